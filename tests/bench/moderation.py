"""How long it takes to publish many texts at once."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from playhouse.test_utils import count_queries

from portal.cli import runner
from portal.db import database
from portal.moderation import actions
from portal.moderation.actions import Ruling
from portal.moderation.models import Case, Decision
from portal.proposals.models import KIND, State
from tests.bench.calls import portal
from tests.conftest import database_url
from tests.factories import make_proposal, make_user, make_workshop

MANY = 100
MOST_SECONDS = 1


def lines(folder: Path) -> Iterator[str]:
    app = portal(database_url("moderation", folder))
    with database.connection_context(), app.test_request_context("/en/"):
        runner().up()
        seconds, statements = published()
        engine = type(database.obj).__name__
    yield f"{engine}, {MANY} texts published at once"
    yield (
        f"{'one transaction':20}{seconds:>10.2f} s{statements:>10} statements"
        f"{'':4}at most {MOST_SECONDS} s"
    )
    database.obj.close_all()


def published() -> tuple[float, int]:
    """Seconds and statements that one decision on many takes."""
    workshop, moderator = make_workshop(), make_user()
    for _number in range(MANY):
        make_proposal(workshop, state=State.WAITING)
    cases = list(Case.select().where(Case.kind == KIND, Case.decided_at.is_null()))
    begun = perf_counter()
    with count_queries() as queries:
        actions.decide(cases, moderator, Ruling(Decision.PUBLISH))
    return perf_counter() - begun, queries.count
