"""A board with very many proposals, and a poll of a board where nothing changes."""

import asyncio
import time
from pathlib import Path

from playhouse.test_utils import count_queries

from portal.db import database
from portal.workshops.models import Phase
from portal.workshops.seats import COOKIE_PART
from tests.factories import make_workshop
from tests.load import figures
from tests.load.connection import Connection
from tests.load.parts import Outcome
from tests.load.scene import LANGUAGES, cookie, on_board, portal, seated
from tests.load.server import Server

PROPOSALS = 1000
LOOKS = 30
MOST_STATEMENTS = 6
MOST_STATEMENTS_UNCHANGED = 1


def large_board(folder: Path) -> Outcome:
    place = folder / "board"
    place.mkdir()
    app, environ = portal("board", place)
    with database.connection_context(), app.test_request_context("/en/"):
        workshop = make_workshop(Phase.GATHER)
        (key, *_others) = seated(workshop, 50)
        on_board(workshop, PROPOSALS)
        seat = cookie(app, {COOKIE_PART: {str(workshop.id): key}, "_permanent": True})
    outcome = Outcome()
    board, news = (
        f"/fi/workshops/{workshop.slug}/{page}" for page in ("board", "news")
    )
    client = app.test_client()
    client.set_cookie("session", seat.partition("=")[2])
    for _time in range(2):
        state = client.get(news).headers["HX-PTag"]
        client.get(board)
    with database.connection_context(), count_queries() as drawing:
        client.get(board)
    again = {"HX-Request": "true", "HX-PTag": state}
    with database.connection_context(), count_queries() as asking:
        assert client.get(news, headers=again).status_code == 304
    for name, count, most in (
        (f"a board of {PROPOSALS} proposals", drawing.count, MOST_STATEMENTS),
        ("a poll when nothing has changed", asking.count, MOST_STATEMENTS_UNCHANGED),
    ):
        outcome.lines.append(f"{name}: {count} statements")
        if count > most:
            outcome.slow.append(f"{name}: {count} statements, not {most}")
    server = Server(environ, place / "log")
    server.start()
    try:
        looks = asyncio.run(look(server.port, seat, board))
    finally:
        server.stop()
    outcome.lines.append(figures.HEAD)
    outcome.time("the board, one by one", looks, [200] * len(looks), sum(looks))
    return outcome


async def look(port: int, seat: str, path: str) -> list[float]:
    connection = Connection(port, seat)
    times = []
    for _time in range(LOOKS):
        began = time.monotonic()
        answer = await connection.get(path)
        times.append(time.monotonic() - began)
        assert answer.status == 200, answer.status
    connection.close()
    return times[len(LANGUAGES) :]
