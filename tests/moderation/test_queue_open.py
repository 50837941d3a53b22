"""The case that is open in the queue, and going from one to the next."""

import pytest
from bs4 import BeautifulSoup

from portal.moderation import actions
from portal.moderation.models import Case, Flag
from portal.proposals.models import Proposal, State
from tests.factories import make_user, make_workshop
from tests.moderation.pages import HTMX, cards, states
from tests.moderation.queues import public, sent, wait
from tests.workshops.pages import filled, one, soup, texts

QUEUE = "/en/moderation"
PHONE = '[["phone", "problem", 5, 16]]'


@pytest.fixture
def three(workshop):
    return [wait(workshop, f"Text {n}", hours=9 - n) for n in range(3)]


def opened(page):
    return texts(page, "#open h2")


def test_first_is_open_and_any_other_can_be(moderator, three):
    page = moderator.get(QUEUE)
    other = moderator.get(soup(page).select("[data-case]")[2]["href"])

    assert (opened(page), opened(other)) == (["Text 0"], ["Text 2"])
    assert texts(other, "[data-case][aria-current]") == ["Text 2"]
    assert one(page, "#open h2").get("autofocus") is None
    assert one(other, "#open h2").get("autofocus") == ""


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_decision_leads_to_the_next_and_takes_it_in_hand(moderator, three, headers):
    page = moderator.get(f"{QUEUE}?case={three[1].id}")
    form = one(page, "form:has([data-publish])")

    answer = moderator.post(
        form["action"], data={**filled(form), "decision": "publish"}, headers=headers
    )
    after = answer if headers else moderator.get(answer.location)

    heading = one(after, "#open h2")
    assert heading.text == "Text 2"
    assert {"data-focus", "autofocus"} <= heading.attrs.keys()
    assert heading["aria-describedby"] == "done"
    assert texts(after, "#done p") == ["Published. It is on the board."]
    assert "Yours until" in after.text
    assert Case.get_by_id(three[2].id).claimed_until is not None


def test_last_decision_leads_to_what_was_done(moderator, workshop):
    wait(workshop)

    answer = sent(
        moderator.get(QUEUE), "form:has([data-publish])", moderator, decision="publish"
    )

    assert one(moderator.get(answer.location), "#done").get("autofocus") == ""


def test_filters_stay_whatever_is_done(moderator, workshop):
    first, second = (wait(workshop, hours=9 - n, language="sv") for n in range(2))
    wait(workshop)
    page = moderator.get(f"{QUEUE}?language=sv&hours=4")

    decided = sent(page, "form:has([data-publish])", moderator, decision="publish")
    undone = sent(moderator.get(decided.location), "#done form", moderator, wanted="0")

    kept = f"{QUEUE}?language=sv&hours=4&case="
    assert decided.location == f"{kept}{second.id}&done=publish&undo={first.id}"
    assert undone.location == f"{kept}{first.id}"
    assert states() == [State.WAITING] * 3


@pytest.mark.parametrize(
    "query", ["workshop=x", "hours=5", "cause=rude", "kind=riddle", "language=de"]
)
def test_filter_that_there_is_not_is_passed_over(moderator, three, query):
    assert len(cards(moderator.get(f"{QUEUE}?{query}"))) == 3


def test_filters_are_offered_with_counts(moderator, three):
    other = wait(make_workshop(), hours=80, language="fi")

    page = moderator.get(f"{QUEUE}?workshop={other.workshop}")

    assert texts(page, "#filter-language option") == ["All", "Suomi (1)"]
    assert texts(page, "#filter-workshop option")[1:] != []
    assert texts(page, "#filter-hours option") == [
        "All",
        "Over 4 hours (1)",
        "Over 24 hours (1)",
        "Over 72 hours (1)",
    ]
    assert texts(page, "h1") == ["1 text waits for you"]


def test_sensitive_words_are_folded_and_marked(moderator, workshop):
    case = wait(workshop, "Ask my neighbour", findings=PHONE)
    Proposal.update(problem="Call 040 1234567 now").execute()

    page = moderator.get(QUEUE)

    name = f"Proposal {case.item_id}"
    assert (cards(page), opened(page)) == ([name], [name])
    assert texts(page, "#fold summary") == ["Folded: A phone number. Open to read."]
    assert texts(page, "#fold mark") == ["040 1234567 (A phone number)"]
    folded = BeautifulSoup(page.data, "html.parser")
    folded.select_one("#fold").decompose()
    assert "Ask my neighbour" not in folded.text
    assert soup(page).select("[name=pick_case]") == []


def test_what_somebody_has_taken_is_shown_so_and_not_decided(app, moderator, three):
    with app.test_request_context("/en/"):
        actions.claim(three[0], make_user())

    page = moderator.get(f"{QUEUE}?case={three[0].id}")
    first = moderator.get(QUEUE)

    assert "Somebody else has taken this until" in page.text
    assert soup(page).select("#open form, [id=claim]") == []
    assert texts(page, "[data-case][aria-current]") == ["Text 0"]
    assert opened(first) == ["Text 1"]


def test_case_is_taken_and_given_back_in_the_queue(moderator, three):
    page = moderator.get(QUEUE)
    taken = sent(page, "form:has(#claim)", moderator, wanted="1")
    mine = moderator.get(taken.location)

    given = sent(mine, "form:has(#claim)", moderator, wanted="0")

    assert taken.location == given.location == f"{QUEUE}?case={three[0].id}"
    assert "Yours until" in mine.text
    assert "Take this" in moderator.get(given.location).text


def test_reports_are_shown_with_how_many(moderator, workshop):
    thing = public(workshop, "Public")
    case = actions.open_case("proposal", thing.id, language="en", cause="flagged")
    for number in range(2):
        flag = {"kind": "proposal", "item_id": thing.id, "language": "en"}
        Flag.create(**flag, case=case, reason="wrong", code=f"{number}")

    page = moderator.get(QUEUE)

    assert texts(page, "#open .notice li") == ["It is not true (2)"]
    assert "Reported by readers (2)" in texts(page, "#list .badge")
    assert texts(page, "[data-publish]") == ["It stays as it is"]
