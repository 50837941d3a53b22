"""Several coordinators who gather the same reports, on connections of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from portal.db import Version, database
from portal.errors import Refused
from portal.notices.models import Notice
from portal.reports.actions.gathering import Moved, gather, gather_new
from portal.reports.actions.undoing import undo
from portal.reports.models import CHANGES, Gathering, Phenomenon, Report
from tests.reports.gathered import make_phenomenon, make_reports, where

COORDINATORS = 4


@pytest.fixture(autouse=True)
def rolled_back(app):
    """Threads see only what is committed: this file clears up after itself."""


@pytest.fixture
def reports(app):
    with database.connection_context(), app.test_request_context("/en/"):
        ids = make_reports(7)
        phenomena = [make_phenomenon(public=False).id for _ in range(COORDINATORS)]
    yield ids, phenomena
    with database.connection_context(), app.app_context():
        for model in (Notice, Gathering, Report, Phenomenon):
            model.delete().execute()
        Version.delete().where(Version.name == CHANGES).execute()


def at_once(app, act):
    """What each of them got, at the same moment: what was moved, or the refusal."""
    start = Barrier(COORDINATORS)

    def one(number):
        with database.connection_context(), app.test_request_context("/en/"):
            start.wait()
            try:
                return act(number)
            except Refused as refused:
                return refused

    with ThreadPoolExecutor(COORDINATORS) as threads:
        return list(threads.map(one, range(COORDINATORS)))


def test_reports_come_into_one_phenomenon_and_the_others_are_told(app, reports):
    ids, phenomena = reports

    got = at_once(app, lambda n: gather(ids, phenomena[n], by=None, batch=f"race-{n}"))

    first = got.index(Moved(7))
    others = [moved for n, moved in enumerate(got) if n != first]
    assert others == [Moved(0, passed_over=7)] * (COORDINATORS - 1)
    with database.connection_context():
        assert where(ids) == [phenomena[first]] * 7
        assert Gathering.select().count() == 7


def test_one_form_sent_several_times_at_once_makes_one_phenomenon(app, reports):
    ids, phenomena = reports
    title = {"text/en/title": "Something new"}

    got = at_once(app, lambda _n: gather_new(ids, title, by=None, batch="race"))

    assert len({made.id for made, _moved in got}) == 1
    assert sorted(moved.reports for _made, moved in got) == [0, 0, 0, 7]
    with database.connection_context():
        assert Phenomenon.select().count() == len(phenomena) + 1


def test_new_phenomena_of_the_same_reports_are_one(app, reports):
    ids, phenomena = reports
    title = {"text/en/title": "Something new"}

    got = at_once(app, lambda n: gather_new(ids, title, by=None, batch=f"race-{n}"))

    assert sum(isinstance(one, Refused) for one in got) == COORDINATORS - 1
    with database.connection_context():
        assert Phenomenon.select().count() == len(phenomena) + 1


def test_a_move_undone_by_several_at_once_is_undone_once(app, reports):
    ids, phenomena = reports
    with database.connection_context(), app.test_request_context("/en/"):
        gather(ids, phenomena[0], by=None, batch="race")

    got = at_once(app, lambda _n: undo("race"))

    assert got == [None] * COORDINATORS
    with database.connection_context():
        assert where(ids) == [None] * 7
