"""What is marked on a case, and what the later of two moderators sees."""

from datetime import timedelta

import pytest

from portal.db import today
from portal.moderation.models import Block, Urgency
from portal.permissions import Role
from portal.proposals.models import State
from tests.factories import make_participant, make_proposal, make_user, sign_in
from tests.moderation.pages import case_of, states, waiting
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


@pytest.mark.parametrize("sent", [{"decision": "publish"}, {"decision": "hide"}])
def test_later_moderator_is_shown_what_happened(app, moderator, address, sent):
    first = make_user(Role.MODERATOR)
    sign_in(app, first).post(
        address, data={"decision": "return", "reason": "names-a-person"}
    )

    page = moderator.post(address, data={**sent, "note": "I think so"})

    assert page.status_code == 409
    told = one(page, "ul.rows").text
    assert "Returned for rewording. It names a person." in " ".join(told.split())
    assert texts(page, ".held .words") == ["I think so"]
    assert first.name not in page.text


def test_later_moderator_of_several_may_decide_the_rest(app, moderator, workshop):
    first, second = (
        int(address.rpartition("/")[2]) for address in waiting(workshop, "A", "B")
    )
    sign_in(app, make_user(Role.MODERATOR)).post(
        f"/en/moderation/{first}", data={"decision": "publish"}
    )
    ticked = {"pick_case": [first, second], "decision": "publish"}

    page = moderator.post("/en/moderation/decisions", data=ticked)

    assert page.status_code == 409
    left = soup(page).select("input[name=pick_case]")
    assert [field["value"] for field in left] == [str(second)]
    assert states() == [State.PUBLISHED, State.WAITING]


def test_those_that_were_ticked_are_returned_with_a_reason(moderator, workshop):
    ids = [a.rpartition("/")[2] for a in waiting(workshop, "A", "B", "C")]
    ticked = {"pick_case": ids[:2], "decision": "return"}

    without = moderator.post("/en/moderation/decisions", data=ticked)
    answer = moderator.post(
        "/en/moderation/decisions", data={**ticked, "reason": "unclear"}
    )

    assert without.status_code == 422
    assert (answer.status_code, answer.location) == (
        303,
        f"/en/moderation?done=return&undo={ids[0]}&undo={ids[1]}",
    )
    assert states() == [State.RETURNED, State.RETURNED, State.WAITING]


def test_claim_urgency_and_question_are_set_by_value(app, moderator, address, proposal):
    other = sign_in(app, make_user(Role.MODERATOR))
    for _ in range(2):
        moderator.post(f"{address}/claim", data={"wanted": "1"})
        moderator.post(f"{address}/urgency", data={"wanted": "1"})

    refused = other.post(f"{address}/claim", data={"wanted": "1"})
    seen = other.get(address)

    assert refused.status_code == 409
    assert "Somebody else has taken this until" in seen.text
    assert soup(seen).select("button[name=decision]") == []
    assert case_of(proposal).urgency == Urgency.URGENT
    assert "Yours until" in moderator.get(address).text
    moderator.post(f"{address}/second-opinion", data={"question": "Is it a name?"})
    assert "Is it a name?" in other.get("/en/moderation").text
    assert soup(moderator.get(address)).select("button[name=decision]") == []
    assert len(soup(other.get(address)).select("button[name=decision]")) == 3


def test_author_is_blocked_and_let_in_again(moderator, address):
    until = (today() + timedelta(days=3)).isoformat()
    form = {"wanted": "1", "pick_why": "insulting", "pick_until": until}

    wrong = moderator.post(f"{address}/block", data={**form, "pick_until": "soon"})
    moderator.post(f"{address}/block", data=form)
    blocked = moderator.get(address)
    moderator.post(f"{address}/block", data={"wanted": "0"})

    assert texts(wrong, ".error-summary a") == ["Write the last day of the block"]
    assert "The author is blocked" in blocked.text
    assert Block.get().lifted_at is not None
