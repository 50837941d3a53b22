"""Two moderators at the same moment, on connections of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from portal.accounts.models import User
from portal.db import Version, database
from portal.moderation import actions
from portal.moderation.actions import AlreadyDecided, Ruling
from portal.moderation.actions.deciding import MODERATING
from portal.moderation.actions.log import LOG
from portal.moderation.models import Case, Decision, LogEntry, LogEvent, Reason
from portal.moderation.queries.log import checked
from portal.notices.models import Notice
from portal.proposals import actions as proposals
from portal.proposals.models import KIND, Proposal, State
from portal.proposals.wording import Wording
from portal.search import actions as search
from portal.workshops.models import Workshop
from portal.workshops.queries import KIND as WORKSHOP
from portal.workshops.queries import changes_of
from tests.factories import make_proposal, make_user, make_workshop

TEXTS = 6


@pytest.fixture(autouse=True)
def rolled_back(app):
    """Threads see only what is committed: this file clears up after itself. Lines of
    the log stay, as they must."""


@pytest.fixture
def scene(app):
    with database.connection_context(), app.test_request_context("/en/"):
        workshops = [make_workshop(), make_workshop()]
        moderators = [make_user(), make_user()]
        waiting = [
            make_proposal(workshops[number % 2], state=State.WAITING)
            for number in range(TEXTS)
        ]
    yield waiting, moderators
    with database.connection_context():
        ids = [proposal.id for proposal in waiting]
        Notice.delete().execute()
        Case.delete().where(Case.kind == KIND, Case.item_id.in_(ids)).execute()
        search.forget_kind(WORKSHOP)
        names = [changes_of(workshop.id) for workshop in workshops]
        Version.delete().where(Version.name.in_([*names, LOG, MODERATING])).execute()
        for model, rows in ((Workshop, workshops), (User, moderators)):
            model.delete().where(model.id.in_([row.id for row in rows])).execute()


def at_once(app, *acts):
    """Do these at the same moment; what each was refused with, or None."""
    start = Barrier(len(acts))

    def run(act):
        with database.connection_context(), app.test_request_context("/en/"):
            start.wait()
            try:
                act()
            except AlreadyDecided as late:
                return late
            return None

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def cases_of(waiting):
    ids = [proposal.id for proposal in waiting]
    these = (Case.kind == KIND) & Case.item_id.in_(ids)
    return list(Case.select().where(these).order_by(Case.id))


def test_of_two_who_decide_the_same_one_is_told_what_the_other_did(app, scene):
    waiting, (first, second) = scene
    with database.connection_context():
        cases = cases_of(waiting)

    refused = at_once(
        app,
        lambda: actions.decide(cases, first, Ruling(Decision.PUBLISH)),
        lambda: actions.decide(
            cases[::-1], second, Ruling(Decision.RETURN, Reason.UNCLEAR)
        ),
    )

    (late,) = [one for one in refused if one]
    with database.connection_context():
        rows = cases_of(waiting)
        [decision] = {row.decision for row in rows}
        assert {case.decision for case in late.cases} == {decision}
        state = {
            Decision.PUBLISH: State.PUBLISHED,
            Decision.RETURN: State.RETURNED,
        }[decision]
        assert {Proposal.get_by_id(one.id).state for one in waiting} == {state}
        lines = LogEntry.case_id.in_([row.id for row in rows])
        told = LogEntry.event.in_([LogEvent.PUBLISHED, LogEvent.RETURNED])
        assert LogEntry.select().where(lines, told).count() == TEXTS
        assert checked().broken_at is None


def test_authors_and_moderators_at_once_leave_a_whole_log(app, scene):
    waiting, (first, second) = scene
    with database.connection_context():
        cases = cases_of(waiting)

    def reworded(proposal):
        return lambda: proposals.reword(proposal, Wording("In other words"))

    refused = at_once(
        app,
        lambda: actions.decide(cases[:4], first, Ruling(Decision.PUBLISH)),
        lambda: actions.decide(cases[3:], second, Ruling(Decision.PUBLISH)),
        *(reworded(proposal) for proposal in waiting),
    )

    with database.connection_context():
        assert len([one for one in refused if one]) in {0, 1, 2}
        assert checked().broken_at is None
        open_cases = [row for row in cases_of(waiting) if row.decided_at is None]
        assert len({row.item_id for row in open_cases}) == len(open_cases)
