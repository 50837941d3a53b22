from datetime import timedelta

import pytest

from portal.db import today
from portal.moderation.actions import Ruling, decide, take_back
from portal.moderation.actions.appealing import appeal
from portal.moderation.actions.blocking import set_blocked
from portal.moderation.kinds import KINDS
from portal.moderation.models import Case, Decision, Reason
from portal.notices.models import Notice
from portal.permissions import Role
from portal.reports.models import REPORT, Report, ReportState
from portal.reports.wording import ReportWords
from tests.factories import make_user, sign_in
from tests.reports.things import gather, make_report, make_writer

PASS_ON = Ruling(Decision.PUBLISH)
RETURN = Ruling(Decision.RETURN, Reason.UNCLEAR)
HIDE = Ruling(Decision.HIDE, Reason.INSULTING)


@pytest.fixture
def moderator():
    return make_user(Role.MODERATOR)


@pytest.mark.parametrize(
    ("ruling", "state"),
    [
        (PASS_ON, ReportState.DE_IDENTIFIED),
        (RETURN, ReportState.RETURNED),
        (HIDE, ReportState.HIDDEN),
    ],
)
def test_moderator_decides_what_becomes_of_it_and_may_take_that_back(
    moderator, ruling, state
):
    make_report(read=False)

    decide([Case.get()], moderator, ruling)
    assert Report.get().state is state

    take_back(Case.get(), moderator)
    assert Report.get().state is ReportState.RECEIVED


def test_decision_stays_once_it_is_gathered(moderator):
    row = make_report(read=False)
    decide([Case.get()], moderator, PASS_ON)
    gather(row)

    with pytest.raises(Exception, match="gone on since"):
        KINDS[REPORT].reopen(row.id, Decision.PUBLISH)

    assert Report.get().state is ReportState.DE_IDENTIFIED


def test_moderator_reads_each_answer_under_its_question(app, moderator):
    row = make_report("They start again", read=False)
    Report.update(tried="A shared page", addressee="The board").execute()

    page = sign_in(app, moderator).get(f"/en/moderation/{Case.get().id}")

    assert row.number
    assert "They start again" in page.text
    assert "What has been tried?" in page.text
    assert "A shared page" in page.text
    assert "It tells of no person: pass it on" in page.text


def test_writer_hears_and_finds_it_among_their_texts(app, moderator):
    writer = make_writer()
    row = make_report("They start again", author=writer, read=False)
    decide([Case.get()], moderator, PASS_ON)
    browser = sign_in(app, writer)

    notices, own = browser.get("/en/notices"), browser.get("/en/texts")

    assert Notice.get().recipient == f"user:{writer.id}"
    assert "passed on to those whom it is meant for" in notices.text
    assert f"/en/reports/{row.number}" in notices.text
    assert "They start again" in own.text


def test_appeal_that_is_granted_brings_it_into_use(app, moderator):
    writer = make_writer()
    make_report(author=writer, read=False)
    decide([Case.get()], moderator, HIDE)

    with app.test_request_context("/en/"):
        opened = appeal(Case.get())
    decide([opened], make_user(Role.MODERATOR), PASS_ON)

    assert Report.get().state is ReportState.DE_IDENTIFIED


def test_words_that_came_back_are_erased_and_those_in_use_are_not():
    back, used = make_report(read=False), make_report()
    KINDS[REPORT].send_back(back.id)

    for row in (back, used):
        KINDS[REPORT].erase(row.id)

    assert ReportWords.of(Report.get_by_id(back.id)) == ReportWords("")
    assert Report.get_by_id(used.id).seen == used.seen


def test_who_is_blocked_reports_nothing(app, moderator):
    writer = make_writer()
    make_report(author=writer, read=False)
    decide([Case.get()], moderator, HIDE)
    set_blocked(Case.get(), moderator, today() + timedelta(7), Reason.INSULTING)

    page = sign_in(app, writer).post(
        "/en/reports",
        data={"pick_sort": "problem", "seen": "Words I typed", "language": "en"},
    )

    assert (page.status_code, Report.select().count()) == (409, 1)
    assert "Words I typed" in page.text


def test_nothing_of_reports_is_public():
    row = make_report()

    assert KINDS[REPORT].public([row.id]) == set()
    assert not KINDS[REPORT].readable(row.id)
