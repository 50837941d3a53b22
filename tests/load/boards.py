"""A board with very many proposals: how much it asks, and how long it takes."""

import asyncio
import time
from pathlib import Path

from flask.testing import FlaskClient
from playhouse.test_utils import count_queries

from portal.db import database
from portal.workshops.models import Phase
from portal.workshops.seats import COOKIE_PART
from tests.factories import make_workshop
from tests.load import figures
from tests.load.connection import Connection
from tests.load.outcome import Outcome
from tests.load.scene import cookie, on_board, portal, seated
from tests.load.server import Server
from tests.load.voters import OK

PROPOSALS = 1000
LOOKS, WARMING = 30, 3
MOST_STATEMENTS = 6


def large_board(folder: Path) -> Outcome:
    place = folder / "board"
    place.mkdir()
    app, environ = portal("board", place)
    with database.connection_context(), app.test_request_context("/en/"):
        workshop = make_workshop(Phase.GATHER)
        (key,) = seated(workshop, 1)
        on_board(workshop, PROPOSALS)
        seat = cookie(app, {COOKIE_PART: {str(workshop.id): key}, "_permanent": True})
    board, news = (
        f"/fi/workshops/{workshop.slug}/{page}" for page in ("board", "news")
    )
    outcome = Outcome()
    visitor, participant = app.test_client(), app.test_client()
    participant.set_cookie("session", seat.partition("=")[2])
    state = participant.get(news).headers["HX-PTag"]
    same = {"HX-Request": "true", "HX-PTag": state}
    for name, counted, most in (
        ("a board, to a visitor", statements(visitor, board), MOST_STATEMENTS),
        (
            "the same to a participant, with what is their own",
            statements(participant, board),
            MOST_STATEMENTS,
        ),
        ("a poll, nothing has changed", statements(participant, news, same), 1),
    ):
        outcome.lines.append(f"{name}: {counted} statements")
        if counted > most:
            outcome.slow.append(f"{name}: {counted} statements, not {most}")
    server = Server(environ, place / "log")
    server.start()
    try:
        looks = asyncio.run(look(server.port, seat, board))
    finally:
        server.stop()
    outcome.lines.append(figures.HEAD)
    outcome.time("one look after another", looks, [OK] * len(looks), sum(looks))
    return outcome


def statements(
    client: FlaskClient, path: str, headers: dict[str, str] | None = None
) -> int:
    """Of a page that has been drawn before."""
    client.get(path, headers=headers)
    with database.connection_context(), count_queries() as asked:
        client.get(path, headers=headers)
    return asked.count


async def look(port: int, seat: str, path: str) -> list[float]:
    connection = Connection(port, seat)
    times = []
    for _time in range(LOOKS):
        began = time.monotonic()
        answer = await connection.get(path)
        times.append(time.monotonic() - began)
        assert answer.status == OK, answer.status
    connection.close()
    return times[WARMING:]
