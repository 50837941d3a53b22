"""Reasons in the moderators' queue."""

import pytest
from flask import Flask

from portal.ballots.kind import items
from portal.ballots.models import KIND, PollOption, PollOptionText, Reason
from portal.moderation.actions import open_case
from portal.moderation.models import Case
from portal.permissions import Role
from portal.proposals.models import State
from portal.workshops.models import Phase
from tests.factories import make_poll, make_user, make_workshop, sign_in
from tests.workshops.pages import one, soup, texts

pytestmark = pytest.mark.one_engine


@pytest.fixture
def reason() -> Reason:
    option = PollOption.get(PollOption.poll == make_poll(make_workshop(Phase.ANSWER)))
    PollOptionText.create(option=option, language="sv", title="Öppet sent")
    reason = Reason.create(
        option=option, stance="object", language="sv", body="Det blir <b>för</b> sent"
    )
    open_case(KIND, reason.id, language="sv")
    return reason


def test_reason_is_read_beside_what_it_is_about_and_without_a_voice(
    app: Flask, reason
) -> None:
    with app.test_request_context("/sv/"):
        found = items([reason.id, 0])

    item = found.pop(reason.id)
    assert found == {}
    assert (item.heading, item.language, item.voice) == (reason.body, "sv", "")
    assert item.about[1:] == ("Öppet sent", "sv")
    assert item.place == "Which first?"


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ({"decision": "publish"}, State.PUBLISHED),
        ({"decision": "return", "reason": "insulting"}, State.RETURNED),
    ],
)
def test_moderator_decides_on_a_reason(app: Flask, reason, written, state) -> None:
    client = sign_in(app, make_user(Role.MODERATOR))

    queue = client.get("/en/moderation")
    client.post(f"/en/moderation/{Case.get().id}", data=written)

    assert texts(queue, "article h2") == [reason.body]
    assert soup(queue).select("article .role") == []
    assert one(queue, "article h2")["lang"] == "sv"
    assert Reason.get_by_id(reason.id).state is state
    assert Case.get().decided_at is not None


@pytest.mark.parametrize("decision", ["publish", "hide"])
def test_decision_on_a_reason_is_undone(app: Flask, reason, decision) -> None:
    client = sign_in(app, make_user(Role.MODERATOR))
    address = f"/en/moderation/{Case.get().id}"
    client.post(address, data={"decision": decision, "reason": "insulting"})
    decided = Reason.get_by_id(reason.id).state

    client.post(f"{address}/decision", data={"wanted": "0"})

    assert decided is (State.PUBLISHED if decision == "publish" else State.HIDDEN)
    assert Reason.get_by_id(reason.id).state is State.WAITING
    assert Case.get().decided_at is None
