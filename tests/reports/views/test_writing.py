import json

import pytest
from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.moderation.models import Case, Urgency
from portal.reports.models import Frequency, Report, ReportDraft, ReportState, Sort
from portal.vocabulary.queries import vocabulary
from tests.factories import make_service, make_user, sign_in
from tests.reports.things import SENT, make_writer
from tests.workshops.pages import texts

KEPT = {"HX-Request": "true", "HX-Target": "div#kept", "HX-Request-Type": "partial"}
SERVICE = {**KEPT, "HX-Target": "div#service"}


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def browser(app, writer):
    return sign_in(app, writer)


@pytest.mark.parametrize("path", ["/en/", "/en/account"])
def test_who_may_report_finds_the_form_from_home_and_account(app, browser, path):
    form = 'href="/en/reports/new"'

    assert form in browser.get(path).text
    resident = sign_in(app, make_user(voice=Voice.RESIDENT))
    assert form not in resident.get(path).text
    assert 'href="/en/reports"' in browser.get(path).text


def test_report_of_two_answers_waits_and_has_a_receipt(browser, writer):
    page = browser.post("/en/reports", data=SENT, follow_redirects=True)

    row = Report.get()
    assert (row.sort, row.seen, row.voice, row.language) == (
        Sort.PROBLEM,
        SENT["seen"],
        Voice.STAFF,
        "en",
    )
    assert (row.state, row.author) == (ReportState.RECEIVED, writer.id)
    assert row.number in texts(page, ".big")
    assert Case.get().kind == "report"


def test_whole_report_keeps_all_that_was_told(browser):
    service = make_service("Evening bus")
    told = {
        "pick_need": "money",
        "pick_group": "families",
        "pick_area": "harju",
        "pick_frequency": "growing",
        "service_words": "evening bus",
        "consequence": "They stay at home.",
        "tried": "A taxi.",
        "suggestion": "A later bus.",
        "addressee": "Those who plan buses",
    }

    browser.post("/en/reports", data={**SENT, **told})

    row, words = Report.get(), vocabulary()
    assert (row.need, row.group, row.area) == (
        words.of("need")["money"].id,
        words.of("group")["families"].id,
        words.of("area")["harju"].id,
    )
    assert (row.service, row.frequency) == (service.id, Frequency.GROWING)
    assert (row.consequence, row.tried, row.suggestion, row.addressee) == (
        "They stay at home.",
        "A taxi.",
        "A later bus.",
        "Those who plan buses",
    )


def test_nothing_told_is_asked_for_and_what_is_typed_is_kept(browser):
    page = browser.post("/en/reports", data={"tried": "A taxi.", "language": "en"})

    assert page.status_code == 422
    assert texts(page, ".error-summary a") == [
        "Write what you saw",
        "Choose what it is",
    ]
    assert "A taxi." in page.text
    assert '<details class="disclosure" open>' in page.text


def test_words_for_several_services_ask_which(browser):
    first, second = make_service("Evening bus"), make_service("Morning bus")
    sent = {**SENT, "service_words": "bus"}

    asked = browser.post("/en/reports", data=sent)
    browser.post("/en/reports", data={**sent, "pick_service": str(second.id)})
    browser.post("/en/reports", data={**sent, "submission": "two", "pick_service": "0"})

    assert asked.status_code == 422
    assert {"Evening bus", "Morning bus", "None of these"} <= set(
        texts(asked, "#service .choice")
    )
    assert first.id != second.id
    assert [row.service for row in Report.select().order_by(Report.id)] == [
        second.id,
        None,
    ]


def test_words_that_find_no_service_are_not_passed_over(browser):
    page = browser.post("/en/reports", data={**SENT, "service_words": "qqqq"})

    assert (page.status_code, Report.select().count()) == (422, 0)
    assert texts(page, ".error-summary a") == [
        "No service was found with these words. Try others, or leave it empty"
    ]


def test_form_sent_twice_is_one_report(browser):
    for _time in range(2):
        browser.post("/en/reports", data=SENT)
    browser.post("/en/reports", data={**SENT, "seen": "Something else."})

    assert [row.seen for row in Report.select().order_by(Report.id)] == [
        SENT["seen"],
        "Something else.",
    ]


@pytest.mark.parametrize(
    "written",
    ["Call 040 123 4567", "Her code is 131052-308T", "She lives at Koulukatu 5 A 3."],
)
def test_what_tells_of_a_person_goes_no_further_until_ticked(browser, written):
    page = browser.post("/en/reports", data={**SENT, "consequence": written})
    assert (page.status_code, Report.select().count()) == (422, 0)
    assert written in page.text

    browser.post(
        "/en/reports", data={**SENT, "consequence": written, "asks_reader": "1"}
    )
    assert Case.get().findings != ""


def test_danger_shows_help_at_once_and_is_read_first(browser):
    sent = {**SENT, "seen": "I want to kill myself."}

    page = browser.post("/en/reports", data=sent, follow_redirects=True)

    assert "You don't have to manage alone" in page.text
    assert Case.get().urgency == Urgency.URGENT


def test_visitor_is_led_to_sign_in_and_back(client):
    page = client.get("/en/reports/new")

    assert (page.status_code, page.location) == (
        303,
        "/en/sign-in?next=/en/reports/new",
    )


def test_words_of_who_was_signed_out_meanwhile_are_given_back(client):
    page = client.post("/en/reports", data=SENT)

    assert (page.status_code, Report.select().count()) == (401, 0)
    assert SENT["seen"] in page.text


def test_resident_may_not_report(app):
    browser = sign_in(app, make_user(voice=Voice.RESIDENT))

    assert browser.post("/en/reports", data=SENT).status_code == 403


def test_draft_is_kept_shown_again_and_gone_when_sent(browser):
    saved = browser.post("/en/reports/draft", data=SENT)
    page = browser.get(saved.location)
    assert SENT["seen"] in page.text
    assert "Kept as your draft" in page.text

    browser.post("/en/reports", data=SENT)
    assert ReportDraft.select().count() == 0


def test_draft_of_another_form_is_given_up_only_when_asked(browser):
    browser.post("/en/reports/draft", data=SENT)
    other = {**SENT, "submission": "two", "seen": "Another tab."}

    met = browser.post("/en/reports/draft", data=other)
    assert met.status_code == 409
    assert {SENT["seen"], "Another tab."} <= {
        *texts(met, ".held .words"),
        *texts(met, "#seen"),
    }
    assert json.loads(ReportDraft.get().values)["seen"] == SENT["seen"]

    browser.post("/en/reports/draft", data={**other, "instead": "1"})
    assert json.loads(ReportDraft.get().values)["seen"] == "Another tab."


def test_draft_is_deleted_by_a_button(browser):
    browser.post("/en/reports/draft", data=SENT)

    browser.post("/en/reports/draft", data={"wanted": "0"})

    assert ReportDraft.select().count() == 0


def test_what_is_typed_is_kept_quietly(browser, client):
    told = browser.post("/en/reports/draft", data=SENT, headers=KEPT)
    lost = client.post("/en/reports/draft", data=SENT, headers=KEPT)

    assert "Kept as your draft" in told.text
    assert "What you write is not being kept." in lost.text
    assert ReportDraft.select().count() == 1


def test_services_are_found_beside_the_words(browser):
    make_service("Evening bus")

    part = browser.post(
        "/en/reports/draft", data={**SENT, "service_words": "bus"}, headers=SERVICE
    )

    assert "1 service found" in part.text
    assert "<h1" not in part.text
    assert json.loads(ReportDraft.get().values)["service_words"] == "bus"


def test_form_takes_so_many_statements(browser):
    browser.get("/en/reports/new")
    with count_queries() as bare:
        browser.get("/en/reports/new")
    browser.post("/en/reports/draft", data=SENT)
    with count_queries() as begun:
        browser.get("/en/reports/new")

    # Who it is and their roles, the draft, notices, versions of terms and of rules.
    assert (bare.count, begun.count) == (6, 6)
