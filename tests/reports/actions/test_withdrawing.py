import pytest

from portal.errors import Refused
from portal.moderation.actions import Ruling, decide
from portal.moderation.models import Case, Decision
from portal.permissions import Role
from portal.reports.actions.withdrawing import set_withdrawn
from portal.reports.models import Report, ReportState
from portal.reports.wording import ReportWords
from tests.factories import make_user
from tests.reports.things import gather, make_report


def waits():
    return Case.select().where(Case.decided_at.is_null()).count()


def test_what_waits_leaves_the_queue_and_comes_back_into_it():
    row = make_report(read=False)

    set_withdrawn(row.id, wanted=True)
    assert (Report.get().state, waits()) == (ReportState.WITHDRAWN, 0)

    set_withdrawn(row.id, wanted=False)
    assert (Report.get().state, waits()) == (ReportState.RECEIVED, 1)


def test_what_was_read_comes_back_as_it_was():
    row = make_report(read=False)
    decide([Case.get()], make_user(Role.MODERATOR), Ruling(Decision.PUBLISH))

    for wanted in (True, True, False, False):
        set_withdrawn(row.id, wanted=wanted)

    assert (Report.get().state, waits()) == (ReportState.DE_IDENTIFIED, 0)
    assert Report.get().seen == row.seen


def test_what_is_gathered_loses_its_words_at_once_and_for_good():
    row = make_report()
    gather(row)

    set_withdrawn(row.id, wanted=True)
    assert ReportWords.of(Report.get()) == ReportWords("")

    with pytest.raises(Refused, match="nothing to bring back"):
        set_withdrawn(row.id, wanted=False)
    assert Report.get().state is ReportState.WITHDRAWN
