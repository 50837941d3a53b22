"""How long the moderators' queue takes to open when very much waits in it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from playhouse.test_utils import count_queries

from portal.accounts.models import User, Voice
from portal.cli import runner
from portal.db import database, now
from portal.moderation import queries
from portal.moderation.models import Case, Decision
from portal.moderation.queries.filters import Wanted
from portal.proposals.models import KIND, Proposal, State
from tests.bench.calls import portal
from tests.conftest import database_url
from tests.factories import make_participant, make_user, make_workshop

WAITING, WORKSHOPS, AUTHORS = 10_000, 20, 400
PUBLIC = 30
"""Of so many, one is public."""
DECIDED = {True: Decision.PUBLISH, False: Decision.RETURN}
LANGUAGES = ("fi", "sv", "en")
ROWS_AT_ONCE = 500
TIMES = 20
MOST_MS, MOST_STATEMENTS = 60, 5
LAST = 500
VIEWS = {
    "first page": (Wanted(), 1),
    "last page": (Wanted(), LAST),
    "one filter": (Wanted(language="sv", hours=24), 1),
}


def lines(folder: Path) -> Iterator[str]:
    app = portal(database_url("queue", folder))
    with database.connection_context():
        runner().up()
        with database.atomic():
            moderator = filled()
        yield f"{type(database.obj).__name__}, a queue of {WAITING} texts"
        for name, (wanted, page) in VIEWS.items():
            with app.test_request_context("/en/moderation"):
                queries.queue(moderator, wanted, page)
            with app.test_request_context("/en/moderation"):
                whole, at_database, statements = opened(moderator, wanted, page)
            yield (
                f"{name:20}{at_database:>10.1f} ms{statements:>10} statements"
                f"{whole:>10.1f} ms in all    at most {MOST_MS} ms, "
                f"{MOST_STATEMENTS} statements"
            )
    database.obj.close_all()


def opened(moderator: User, wanted: Wanted, page: int) -> tuple[float, float, int]:
    """Milliseconds in all and at the database, and how many statements."""
    begun = perf_counter()
    with count_queries() as asked:
        queries.queue(moderator, wanted, page)
    whole = perf_counter() - begun
    at_database = median(
        sum(answered(*query.msg) for query in asked.get_queries())
        for _time in range(TIMES)
    )
    return whole * 1000, at_database * 1000, asked.count


def answered(sql: str, values: list[object]) -> float:
    begun = perf_counter()
    database.execute_sql(sql, values).fetchall()
    return perf_counter() - begun


def state_of(*, waits: bool, public: bool) -> State:
    if waits:
        return State.WAITING
    return State.PUBLISHED if public else State.RETURNED


def filled() -> User:
    """As many waiting, twice as many decided; a moderator."""
    workshops = [make_workshop() for _number in range(WORKSHOPS)]
    seats = [make_participant(workshops[n % WORKSHOPS]) for n in range(AUTHORS)]
    moment = now()
    proposals, cases = [], []
    for n in range(3 * WAITING):
        seat = seats[n % AUTHORS]
        waits, public = n % 3 == 0, n % PUBLIC == 1
        language = LANGUAGES[n % len(LANGUAGES) if not waits else n // 3 % 3]
        at = moment - timedelta(minutes=n)
        proposals.append(
            {
                "id": n + 1,
                "workshop": seat.workshop,
                "author": seat.id,
                "voice": Voice.RESIDENT,
                "language": language,
                "state": state_of(waits=waits, public=public),
                "suggestion": f"A bench at stop {n}",
                "problem": "The way is long, and there is nowhere to rest. " * 4,
                "submission": f"bench-{n}",
                "written_at": at,
            }
        )
        cases.append(
            {
                "kind": KIND,
                "item_id": n + 1,
                "language": language,
                "workshop": seat.workshop,
                "author": f"participant:{seat.id}",
                "opened_at": at,
                "decided_at": None if waits else at,
                "decision": None if waits else DECIDED[public],
            }
        )
    for model, rows in ((Proposal, proposals), (Case, cases)):
        for begin in range(0, len(rows), ROWS_AT_ONCE):
            model.insert_many(rows[begin : begin + ROWS_AT_ONCE]).execute()
    return make_user()
