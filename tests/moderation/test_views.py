import pytest
from bs4 import BeautifulSoup

from portal.moderation.models import Case, Decision, Reason
from portal.permissions import Role
from portal.proposals.models import State
from tests.factories import make_proposal, make_user, sign_in, take_seat
from tests.moderation.pages import HTMX, decisions, problems, states, waiting

MARKUP = "<img src=x onerror=alert(1)>"


def test_returning_tells_the_writer_why(app, moderator, workshop):
    writer, author = take_seat(app, workshop)
    proposal = make_proposal(workshop, state=State.WAITING, author=author)
    case = Case.get(Case.item_id == proposal.id)

    response = moderator.post(
        f"/en/moderation/{case.id}",
        data={"decision": "return", "reason": "unclear", "note": f"Why? {MARKUP}"},
    )

    assert (response.status_code, response.location) == (
        303,
        f"/en/moderation?done=return&undo={case.id}",
    )
    page = writer.get(f"/en/proposals/{proposal.id}")
    words = BeautifulSoup(page.data, "html.parser").select_one(".words").text
    assert words == f"Why? {MARKUP}"
    assert "It is hard to understand. Say in other words" in page.text
    assert states() == [State.RETURNED]


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        ({"decision": "return"}, ["Choose why it goes back to the writer"]),
        ({"decision": "return", "reason": "ugly"}, ["Choose one of these"]),
        ({}, ["Choose whether to publish or to return this"]),
        (
            {"decision": "burn", "reason": "unclear"},
            ["Choose whether to publish or to return this"],
        ),
        (
            {"decision": "return", "reason": "unclear", "note": "a" * 601},
            ["Shorten this by 1 character"],
        ),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_decision_that_is_wrong_is_explained_and_keeps_the_note(
    moderator, workshop, sent, found, headers
):
    first, _second = waiting(workshop, "First", "Second")
    written = {"note": "Which price do you mean?", **sent}

    response = moderator.post(first, data=written, headers=headers)

    notes = BeautifulSoup(response.data, "html.parser").select("textarea[name=note]")
    assert (response.status_code, problems(response)) == (422, found)
    assert [note.text for note in notes] == [written["note"], ""]
    assert decisions() == [(None, None, "")] * 2
    assert states() == [State.WAITING] * 2


def test_reason_left_chosen_means_nothing_when_published(moderator, workshop):
    [address] = waiting(workshop)

    moderator.post(address, data={"decision": "publish", "reason": "insulting"})

    assert decisions() == [(Decision.PUBLISH, None, "")]


@pytest.mark.parametrize(
    "sent",
    [
        {"decision": "publish"},
        {"decision": "return", "reason": "unclear", "note": "Too late, I see."},
        {"decision": "return", "note": "Too late, I see."},
        {},
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_second_decision_changes_nothing_and_gives_back_the_note(
    app, moderator, workshop, sent, headers
):
    [address] = waiting(workshop)
    sign_in(app, make_user(Role.COORDINATOR)).post(
        address, data={"decision": "return", "reason": "off-topic"}
    )

    response = moderator.post(address, data=sent, headers=headers)

    assert response.status_code == 409
    assert "This was decided or reworded" in response.text
    assert ("Too late, I see." in response.text) is ("note" in sent)
    assert decisions() == [(Decision.RETURN, Reason.OFF_TOPIC, "")]
    assert states() == [State.RETURNED]


@pytest.mark.parametrize("number", ["0", "999999", "x"])
def test_case_that_is_not_there_is_not_found(moderator, number):
    response = moderator.post(f"/en/moderation/{number}", data={"decision": "publish"})

    assert response.status_code == 404
