"""The page of one case, and what is marked there."""

import pytest
from playhouse.test_utils import count_queries

from portal.moderation import actions
from portal.moderation.actions import Ruling
from portal.moderation.models import Case, Cause, Decision, Reason
from portal.permissions import Role
from portal.proposals.models import Proposal, State
from portal.screening.findings import Finding, Sort
from tests.factories import make_participant, make_proposal, make_user, sign_in
from tests.moderation.pages import case_of, states
from tests.workshops.pages import one, soup, texts

pytestmark = pytest.mark.one_engine


@pytest.fixture
def proposal(workshop):
    return make_proposal(
        workshop,
        "Matti is slow",
        state=State.WAITING,
        author=make_participant(workshop),
    )


@pytest.fixture
def address(proposal):
    return f"/en/moderation/{case_of(proposal).id}"


def test_case_shows_the_thing_and_what_can_be_decided(moderator, address):
    page = moderator.get(address)

    assert texts(page, "h1") == ["Matti is slow"]
    assert [b["value"] for b in soup(page).select("button[name=decision]")] == [
        "publish",
        "return",
        "hide",
    ]
    assert len(soup(page).select("input[name=reason]")) == len(Reason)


def test_what_screening_found_is_offered_as_the_part(app, moderator, proposal):
    found = (Finding(Sort.NAMED_PERSON, "suggestion", 0, 5),)
    with app.test_request_context("/en/"):
        case = actions.open_case("proposal", proposal.id, language="en", findings=found)
    address = f"/en/moderation/{case.id}"

    page = moderator.get(address)
    moderator.post(
        address,
        data={"decision": "return", "reason": "unclear", "pick_passage": "Matti"},
    )

    assert texts(page, "#fold mark") == ["Matti (Somebody's name)"]
    assert texts(page, ".choice:has([name=pick_passage])") == [
        "No part of it",
        "1. Somebody's name",
    ]
    assert "Matti" not in case.findings
    assert case_of(proposal).passage == "Matti"


def test_what_screening_found_is_folded_until_it_is_opened(app, moderator, proposal):
    found = (Finding(Sort.NAMED_PERSON, "suggestion", 0, 5),)
    with app.test_request_context("/en/"):
        case = actions.open_case("proposal", proposal.id, language="en", findings=found)
    address = f"/en/moderation/{case.id}"

    waits = moderator.get(address)
    back = {"decision": "return", "reason": "unclear", "pick_passage": "Matti"}
    moderator.post(address, data=back)
    decided = moderator.get(address)
    moderator.post(f"{address}/decision", data={"wanted": "0"})
    again = moderator.get(address)

    for page in (waits, decided, again):
        name = f"Proposal {proposal.id}"
        assert texts(page, "h1, .crumbs [aria-current]") == [name, name]
        assert texts(page, "title")[0].startswith(f"{name} – Moderation")
        shown = soup(page)
        folded = shown.select_one("#fold:not([open])").extract()
        assert "Matti is slow" in folded.text.replace(" (Somebody's name)", "")
        assert "Matti" not in shown.select_one("main").text
    assert one(again, "[name=pick_passage]:checked")["value"] == "Matti"
    assert not one(again, "[name=passage]").get("value")


def test_passage_in_own_words_is_told_to_the_writer(app, moderator, proposal, address):
    moderator.post(
        address,
        data={"decision": "return", "reason": "unclear", "passage": "is slow"},
    )

    page = moderator.get(f"/en/proposals/{proposal.id}")
    assert "is slow" in texts(page, ".notice q")


def test_error_stays_on_the_page_it_came_from(moderator, address):
    page = moderator.post(
        address, data={"decision": "hide", "from": "case", "note": "Mine"}
    )

    assert page.status_code == 422
    assert texts(page, ".error-summary a") == ["Choose why it is hidden"]
    assert one(page, "textarea[name=note]").text == "Mine"


def test_similar_one_is_offered_for_a_merger(moderator, workshop):
    words = "Open the swimming hall on Sundays for families"
    shown = make_proposal(workshop, words)
    for other in ("Buses at night", "More benches", "Clear signs in parks"):
        make_proposal(workshop, other)
    waits = make_proposal(workshop, f"{words} too", state=State.WAITING, language="en")
    address = f"/en/moderation/{case_of(waits).id}"

    page = moderator.get(address)
    without = moderator.post(address, data={"decision": "merge", "from": "case"})
    moderator.post(address, data={"decision": "merge", "pick_into": shown.id})

    assert [i["value"] for i in soup(page).select("input[name=pick_into]")] == [
        str(shown.id)
    ]
    assert without.status_code == 422
    assert case_of(waits).decision is Decision.MERGE
    assert Proposal.get_by_id(waits.id).state is State.PUBLISHED


def test_decision_is_undone_from_its_page(moderator, address):
    moderator.post(address, data={"decision": "publish"})
    decided = moderator.get(address)

    answer = moderator.post(f"{address}/decision", data={"wanted": "0"})

    assert "Undo this" in decided.text
    assert (answer.status_code, answer.location) == (303, address)
    assert states() == [State.WAITING]


def test_appeal_is_shown_with_what_it_is_against(app, proposal, address, moderator):
    moderator.post(address, data={"decision": "return", "reason": "unclear"})
    with app.test_request_context("/en/"):
        appeal = actions.open_case(
            "proposal",
            proposal.id,
            language="en",
            cause=Cause.APPEALED,
            words="It is clear",
            appeals=case_of(proposal),
        )
    there = f"/en/moderation/{appeal.id}"

    own = moderator.get(there)
    page = sign_in(app, make_user(Role.MODERATOR)).get(there)

    assert soup(own).select("button[name=decision]") == []
    assert "This appeals against your own decision" in own.text
    assert "It is clear" in texts(page, ".held .words")
    assert [b["value"] for b in soup(page).select("button[name=decision]")] == [
        "publish",
        "uphold",
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_case_costs_the_same_however_often_it_was_decided(
    app, moderator, address, proposal, count
):
    by = make_user()
    with app.test_request_context("/en/"):
        for _ in range(count):
            actions.decide([case_of(proposal)], by, Ruling(Decision.PUBLISH))
            actions.open_case("proposal", proposal.id, language="en")
    Case.update(author="participant:1").execute()
    address = f"/en/moderation/{case_of(proposal).id}"
    moderator.get(address)

    with count_queries() as queries:
        page = moderator.get(address)

    assert len(soup(page).select("#earlier + ul li")) == count
    # Who is signed in, their roles, the case; for what is like it: the proposal, its
    # new words, the words search knows, the board and its slips; the thing, its
    # workshop; other cases, flags, a block of its author, notices not seen.
    assert queries.count == 14
