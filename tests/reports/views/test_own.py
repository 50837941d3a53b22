import pytest
from playhouse.test_utils import count_queries

from portal.moderation.actions import Ruling, decide
from portal.moderation.models import Case, Decision, Reason
from portal.permissions import Role
from portal.reports.actions import withdrawing
from portal.reports.actions.phenomena import set_public
from portal.reports.models import Report, ReportState
from tests.factories import make_user, sign_in
from tests.reports.things import SENT, gather, make_report, make_writer
from tests.workshops.pages import texts

NOBODYS = "/en/reports/ACE-234"


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def browser(app, writer):
    return sign_in(app, writer)


def page_of(report):
    return f"/en/reports/{report.number}"


def test_report_opens_to_its_writer_and_to_those_who_read_reports(app, writer):
    row = make_report(author=writer)

    found = {
        name: sign_in(app, user).get(page_of(row)).status_code
        for name, user in {
            "writer": writer,
            "other": make_writer(),
            "editor": make_user(Role.EDITOR),
            "moderator": make_user(Role.MODERATOR),
            "coordinator": make_user(Role.COORDINATOR),
        }.items()
    }

    assert found == {
        "writer": 200,
        "other": 404,
        "editor": 404,
        "moderator": 200,
        "coordinator": 200,
    }


def test_number_is_found_however_it_is_typed(browser, writer):
    row = make_report(author=writer)

    typed = row.number.replace("-", "").lower()

    assert browser.get(f"/en/reports/{typed}").status_code == 200
    assert browser.get(NOBODYS).status_code == 404


def test_those_who_read_see_nobodys_name_nor_words_taken_back(app, writer):
    row = make_report("Seen and taken back", author=writer)
    withdrawing.set_withdrawn(row.id, wanted=True)
    coordinator = sign_in(app, make_user(Role.COORDINATOR))

    page = coordinator.get(page_of(row))

    assert page.status_code == 200
    assert writer.name not in page.text
    assert "Seen and taken back" not in page.text


def test_returned_report_is_reworded_and_waits_anew(browser, writer):
    row = make_report("About one family", author=writer, read=False)
    decide(
        [Case.get()],
        make_user(Role.MODERATOR),
        Ruling(Decision.RETURN, Reason.UNCLEAR, "Of many, not of one."),
    )
    page = browser.get(page_of(row))
    assert "Of many, not of one." in page.text

    browser.post(page_of(row), data={**SENT, "seen": "Many families say so."})

    again = Report.get()
    assert (again.state, again.seen) == (
        ReportState.RECEIVED,
        "Many families say so.",
    )
    assert Case.select().where(Case.decided_at.is_null()).count() == 1


def test_what_was_read_is_not_reworded(browser, writer):
    row = make_report("As it was", author=writer)

    page = browser.post(page_of(row), data={"seen": "Other words"})

    assert (page.status_code, Report.get().seen) == (409, "As it was")
    assert "Other words" in page.text


def test_nobody_else_rewords_or_takes_back(app, writer):
    row = make_report(author=writer, read=False)
    coordinator = sign_in(app, make_user(Role.COORDINATOR))

    assert coordinator.post(page_of(row), data=SENT).status_code == 403
    taken = coordinator.post(f"{page_of(row)}/withdrawal", data={"wanted": "1"})
    assert (taken.status_code, Report.get().state) == (403, ReportState.RECEIVED)


def test_report_is_taken_back_and_brought_back(browser, writer):
    row = make_report(author=writer)

    browser.post(f"{page_of(row)}/withdrawal", data={"wanted": "1"})
    assert Report.get().state is ReportState.WITHDRAWN
    browser.post(f"{page_of(row)}/withdrawal", data={"wanted": "0"})

    assert browser.post(f"{page_of(row)}/withdrawal").status_code == 422
    assert "Bring it back" not in browser.get(page_of(row)).text


def test_page_tells_how_far_it_came_and_where_it_is_told(browser, writer):
    row = make_report(author=writer)
    phenomenon = gather(row, title="They start again")

    hidden = browser.get(page_of(row))
    set_public(phenomenon.id, wanted=True)
    shown = browser.get(page_of(row))

    assert texts(hidden, '[aria-current="step"] > span:first-child') == ["Gathered"]
    assert "They start again" not in hidden.text
    assert "They start again" in shown.text


def test_list_holds_ones_own_and_nobody_elses(browser, writer):
    make_report("Mine", author=writer)
    make_report("Somebody else's")

    page = browser.get("/en/reports/own")

    assert "Mine" in page.text
    assert "Somebody else" not in page.text
    assert texts(page, '.phases [aria-current="step"]') == ["Read through"]


def test_list_shows_the_draft_that_was_begun(browser):
    browser.post("/en/reports/draft", data=SENT)

    assert SENT["seen"] in browser.get("/en/reports/own").text


def statements(browser, address):
    browser.get(address)
    with count_queries() as counted:
        browser.get(address)
    return counted.count


def test_pages_take_as_many_statements_for_one_report_as_for_three(browser, writer):
    first = make_report(author=writer)
    one = statements(browser, "/en/reports/own")
    others = [make_report(author=writer) for _ in range(2)]
    three = statements(browser, "/en/reports/own")
    set_public(gather(first, *others).id, wanted=True)
    gathered = statements(browser, "/en/reports/own")

    # Who it is and their roles, the draft, the reports, notices; and what their
    # phenomena are called.
    assert (one, three, gathered) == (5, 5, 6)
    # Who it is and their roles, the report, notices; the decision, the phenomenon, its
    # name, the day it was gathered, its steps; the version of terms.
    assert statements(browser, page_of(first)) == 10
