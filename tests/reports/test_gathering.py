"""Gathering reports, splitting, joining, and undoing each."""

import pytest

from portal.errors import Refused
from portal.notices.models import Notice
from portal.reports.actions import gathering as actions
from portal.reports.actions.gathering import Moved
from portal.reports.actions.undoing import undo
from portal.reports.models import Gathering, Phenomenon, Report, ReportState
from tests.factories import make_user
from tests.reports.gathered import make_phenomenon, make_reports, put_in, where
from tests.reports.things import make_report

TITLE = {"text/en/title": "Something new"}


def test_gathering_twice_is_gathering_once():
    ids, one = make_reports(3), make_phenomenon()

    moved = actions.gather(ids, one.id, by=None, batch="b")
    again = actions.gather(ids, one.id, by=None, batch="b")

    assert (moved, again) == (Moved(3), Moved(0))
    assert where(ids) == [one.id] * 3
    assert Gathering.select().count() == 3


def test_what_another_coordinator_gathered_meanwhile_stays_there():
    ids, theirs, mine = make_reports(3), make_phenomenon(), make_phenomenon()
    put_in(theirs, ids[:1])

    moved = actions.gather(ids, mine.id, by=None, batch="b")

    assert moved == Moved(2, passed_over=1)
    assert where(ids) == [theirs.id, mine.id, mine.id]


def test_only_reports_that_were_read_are_gathered():
    ids = make_reports(1, state=ReportState.RECEIVED)

    moved = actions.gather(ids, make_phenomenon().id, by=None, batch="b")

    assert moved == Moved(0, passed_over=1)
    assert where(ids) == [None]


def test_a_new_phenomenon_is_made_once():
    ids = make_reports(2)

    made, _moved = actions.gather_new(ids, TITLE, by=make_user(), batch="b")
    again, moved = actions.gather_new(ids, TITLE, by=make_user(), batch="b")

    assert (again.id, moved) == (made.id, Moved(0))
    assert made.slug == "something-new"
    assert where(ids) == [made.id] * 2


def test_no_phenomenon_is_made_where_others_gathered_the_reports_meanwhile():
    ids, theirs = make_reports(2), make_phenomenon()
    put_in(theirs, ids)

    with pytest.raises(Refused, match="2 reports had been moved by somebody else"):
        actions.gather_new(ids, TITLE, by=None, batch="b")

    assert Phenomenon.select().count() == 1


def test_taken_out_and_undone():
    ids, one = make_reports(3), make_phenomenon()
    put_in(one, ids)

    actions.take_out(ids[:2], one.id, by=None, batch="out")
    out = where(ids)
    undo("out")
    undo("out")

    assert out == [None, None, one.id]
    assert where(ids) == [one.id] * 3


def test_split_and_undone():
    ids, one = make_reports(3), make_phenomenon()
    put_in(one, ids)

    made, moved = actions.gather_new(
        ids[1:], TITLE, by=None, batch="split", source=one.id
    )
    apart = where(ids)
    undo("split")

    assert moved == Moved(2)
    assert apart == [one.id, made.id, made.id]
    assert where(ids) == [one.id] * 3


def test_joined_and_undone():
    part, whole = make_phenomenon(reports=2), make_phenomenon(reports=1)

    moved = actions.join(part.id, whole.id, by=None, batch="join")
    joined = Phenomenon.get_by_id(part.id).joined
    undo("join")

    assert (moved, joined) == (Moved(2), whole.id)
    assert Phenomenon.get_by_id(part.id).joined is None
    assert Report.select().where(Report.phenomenon == part.id).count() == 2


def test_reports_out_of_use_are_joined_too_and_parted_again():
    part, whole = make_phenomenon(reports=2), make_phenomenon()
    ids = [row.id for row in Report.select()]
    Report.update(state=ReportState.HIDDEN).execute()

    actions.join(part.id, whole.id, by=None, batch="join")
    joined = where(ids)
    undo("join")

    assert (joined, where(ids)) == ([whole.id] * 2, [part.id] * 2)
    assert Phenomenon.get_by_id(part.id).joined is None


def test_joining_leaves_no_circle():
    part, whole = make_phenomenon(reports=1), make_phenomenon(reports=1)
    actions.join(part.id, whole.id, by=None, batch="join")

    with pytest.raises(Refused, match="joined with another"):
        actions.join(whole.id, part.id, by=None, batch="back")
    with pytest.raises(Refused, match="Choose another"):
        actions.join(whole.id, whole.id, by=None, batch="self")


def test_an_empty_one_is_not_joined():
    with pytest.raises(Refused, match="No report is in this"):
        actions.join(make_phenomenon().id, make_phenomenon().id, by=None, batch="b")


def test_undoing_is_refused_where_reports_have_moved_on():
    ids, one, other = make_reports(2), make_phenomenon(), make_phenomenon()
    batch = put_in(one, ids)
    actions.take_out(ids[:1], one.id, by=None, batch="out")
    put_in(other, ids[:1])

    with pytest.raises(Refused, match="have moved on"):
        undo(batch)

    assert where(ids) == [other.id, one.id]


def test_undoing_is_refused_where_the_source_was_joined_meanwhile():
    ids, one = make_reports(2), make_phenomenon()
    put_in(one, ids)
    actions.take_out(ids[:1], one.id, by=None, batch="out")
    actions.join(one.id, make_phenomenon().id, by=None, batch="join")

    with pytest.raises(Refused, match="have moved on"):
        undo("out")


def test_undoing_what_never_was():
    with pytest.raises(LookupError):
        undo("nothing")


def test_those_who_reported_hear_where_it_went():
    report, one = make_report(), make_phenomenon()

    put_in(one, [report.id])

    told = [n.event for n in Notice.select() if n.kind == "report"]
    assert told.count("report-gathered") == 1
