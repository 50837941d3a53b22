import pytest

from portal.db import today
from portal.moderation import actions
from portal.moderation.actions import Ruling
from portal.moderation.actions.appealing import appeal
from portal.moderation.found import as_text
from portal.moderation.models import Case, Cause, Decision, Reason
from portal.permissions import Role
from portal.proposals.models import Proposal, State
from portal.screening.findings import Finding, Sort
from portal.workshops.actions import join
from tests.factories import (
    make_proposal,
    make_user,
    sign_in,
    take_seat,
)
from tests.moderation.pages import case_of, problems
from tests.moderation.things import make_block
from tests.soup import page

BACK = Ruling(Decision.RETURN, Reason.UNCLEAR, "Which price?", "the price")
HIDE = Ruling(Decision.HIDE, Reason.INSULTING)
NOTED = as_text([Finding(Sort.DANGER, "suggestion", 0, 4)])
PROMISE = "We read what you wrote before other texts"
UPHOLD = Ruling(Decision.UPHOLD, Reason.OFF_TOPIC, "It is about another town.")


@pytest.fixture
def seat(app, workshop):
    return take_seat(app, workshop)


@pytest.fixture
def writer(seat):
    return seat[0]


@pytest.fixture
def proposal(workshop, seat):
    return make_proposal(workshop, "Open late", state=State.WAITING, author=seat[1])


def decide(app, proposal, ruling):
    with app.test_request_context("/en/"):
        actions.decide([case_of(proposal)], make_user(Role.MODERATOR), ruling)
    return case_of(proposal)


def said(found, proposal):
    """What stands of one text, on one line."""
    return " ".join(found.select_one(f"#proposal-{proposal.id}").text.split())


def test_text_that_came_back_says_why_and_what_to_do(app, writer, proposal):
    case = decide(app, proposal, BACK)

    found = page(writer, "/en/texts")

    told = said(found, proposal)
    for words in [
        "Came back to you",
        "Open late",
        "It is hard to understand.",
        "Say in other words what should change.",
        "the price",
        "Which price?",
        "If you don't reword it, we delete these words on",
    ]:
        assert words in told
    assert found.select(f"a[href='/en/proposals/{proposal.id}/wording']")
    assert found.select(f"form[action='/en/texts/{case.id}/appeal']")


def test_text_that_waits_says_when_it_will_be_read(writer, proposal):
    told = said(page(writer, "/en/texts"), proposal)

    assert "Waits for a moderator" in told
    assert "A moderator reads it by " in told


def test_appeal_is_one_press_of_a_button_and_told_on_the_page(app, writer, proposal):
    case = decide(app, proposal, HIDE)

    response = writer.post(f"/en/texts/{case.id}/appeal")

    anchor = f"#proposal-{proposal.id}"
    assert (response.status_code, response.location) == (
        303,
        f"/en/texts?sent=1{anchor}",
    )
    found = page(writer, "/en/texts?sent=1")
    assert "You asked for another look." in said(found, proposal)
    assert found.select(f"form[action='/en/texts/{case.id}/appeal']") == []
    assert Case.get(Case.appeals == case.id).words == ""


def test_words_of_an_appeal_are_read_by_moderators_as_they_are(app, writer, proposal):
    case = decide(app, proposal, BACK)
    words = "Matti Meikäläinen himself asked me, 040 123 4567"

    shown = page(writer, f"/en/texts/{case.id}/appeal")
    writer.post(f"/en/texts/{case.id}/appeal", data={"message": words})

    assert "Open late" in shown.text
    made = Case.get(Case.appeals == case.id)
    read = sign_in(app, make_user(Role.MODERATOR)).get(f"/en/moderation/{made.id}")
    assert "Matti Meikäläinen himself asked me" in read.text


def test_words_too_long_are_kept_and_explained(app, writer, proposal):
    case = decide(app, proposal, BACK)

    response = writer.post(f"/en/texts/{case.id}/appeal", data={"message": "a" * 601})

    assert response.status_code == 422
    assert problems(response) == ["Shorten this by 1 character"]
    assert "a" * 601 in response.text
    assert Case.select().where(Case.cause == Cause.APPEALED).count() == 0


def test_danger_in_an_appeal_shows_help_at_once(app, writer, proposal):
    case = decide(app, proposal, BACK)

    response = writer.post(
        f"/en/texts/{case.id}/appeal", data={"message": "I want to kill myself"}
    )
    found = page(writer, response.location)

    assert found.select_one("#help-title")
    assert "danger" not in response.location
    assert "danger" not in found.title.text


def test_help_stays_once_a_text_with_danger_is_hidden(app, writer, proposal):
    Case.update(findings=NOTED).execute()
    before = page(writer, "/en/texts").select_one("section.is-danger").text
    decide(app, proposal, HIDE)

    after = page(writer, "/en/texts").select_one("section.is-danger").text

    assert PROMISE in before
    assert "Call 112" in after
    assert PROMISE not in after


def test_appeal_turned_down_tells_why_and_where_to_turn(
    app, writer, proposal, monkeypatch
):
    monkeypatch.setitem(app.config, "REGION_EN", "Our County")
    monkeypatch.setitem(app.config, "CONTACT_EMAIL", "us@verstas.example")
    case = decide(app, proposal, BACK)
    with app.test_request_context("/en/"):
        appeal(case)
    decide(app, proposal, UPHOLD)

    told = said(page(writer, "/en/texts"), proposal)

    for words in [
        "It stays as it was decided.",
        "It is about something else.",
        "It is about another town.",
        "Our County answers for this portal.",
        "us@verstas.example",
        "ombudsperson",
    ]:
        assert words in told


def test_blocked_author_is_told_and_can_appeal(writer, workshop, seat):
    block = make_block(seat[1], workshop)

    found = page(writer, "/en/texts")
    response = writer.post(f"/en/texts/blocks/{block.id}/appeal")

    told = found.select_one(f"#block-{block.id}").text
    assert f"until {today().year}" not in told
    assert "It insults somebody." in told
    assert (response.status_code, response.location) == (303, "/en/texts?sent=1")
    after = page(writer, "/en/texts").select_one(f"#block-{block.id}").text
    assert "You asked for another look." in after


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_somebody_elses_is_not_there(app, proposal, workshop, seat, method):
    case = decide(app, proposal, BACK)
    block = make_block(seat[1], workshop)
    stranger = take_seat(app, workshop)[0]
    moderator = sign_in(app, make_user(Role.MODERATOR))

    addresses = [f"/en/texts/{case.id}/appeal", f"/en/texts/blocks/{block.id}/appeal"]
    answers = {
        getattr(client, method)(address).status_code
        for client in (stranger, moderator)
        for address in addresses
    }

    assert answers == {404}
    assert "Open late" not in stranger.get("/en/texts").text


def test_page_to_write_to_moderators_is_left_where_nothing_can_be_appealed(
    app, writer, proposal
):
    case = decide(app, proposal, Ruling(Decision.PUBLISH))

    response = writer.get(f"/en/texts/{case.id}/appeal")

    assert response.location == f"/en/texts#proposal-{proposal.id}"


def test_words_that_were_deleted_leave_their_reason(app, writer, proposal):
    decide(app, proposal, BACK)
    Proposal.update(suggestion="", problem="").execute()

    told = said(page(writer, "/en/texts"), proposal)

    assert "Words that were deleted" in told
    assert "It was not reworded in 30 days, so we deleted the words." in told


def test_who_comes_back_by_a_recovery_code_is_led_to_their_texts(app, workshop):
    participant, _key, recovery = join(workshop, nickname="", voice="resident")
    make_proposal(workshop, "Open late", state=State.WAITING, author=participant)
    client = app.test_client()

    board = client.post("/en/return", data={"recovery": recovery}).location

    assert page(client, board).select("main a[href='/en/texts']")
    assert "Open late" in client.get("/en/texts").text


def test_seat_and_account_lead_to_the_texts(app, writer, workshop):
    seat = page(writer, f"/en/workshops/{workshop.slug}/seat")
    account = page(sign_in(app, make_user()), "/en/account")

    assert seat.select("main a[href='/en/texts']")
    assert account.select("main a[href='/en/texts']")


def test_somebody_with_an_account_and_no_texts_sees_so(app):
    response = sign_in(app, make_user()).get("/en/texts")

    assert "No texts yet" in response.text
    assert response.headers["Cache-Control"] == "no-store"


def test_somebody_unknown_is_asked_who_they_are(client):
    assert client.get("/en/texts").location == "/en/sign-in?next=/en/texts"


def test_danger_told_in_an_appeal_of_a_block_shows_help(writer, workshop, seat):
    block = make_block(seat[1], workshop)

    response = writer.post(
        f"/en/texts/blocks/{block.id}/appeal",
        data={"message": "I want to kill myself"},
    )

    found = page(writer, response.location)
    assert found.select_one("#help-title")
    assert "We read what you wrote before other texts" in found.text
