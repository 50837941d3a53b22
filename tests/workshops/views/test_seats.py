"""One's own seat: what is kept of it, and leaving without a trace."""

import pytest

from portal.ballots.models import Elector, Poll
from portal.cli import models
from portal.proposals.actions import set_support
from portal.proposals.models import Comment, Draft, Proposal, Stance, Support
from portal.workshops.models import (
    Participant,
    Registration,
    RegistrationState,
    Session,
)
from tests.factories import make_proposal, make_workshop, take_seat
from tests.workshops.pages import one, send, soup, texts


def rows_naming(*secrets):
    """Every stored value that holds one of these."""
    return [
        (model.__name__, name)
        for model in models()
        for row in model.select().dicts()
        for name, value in row.items()
        if any(secret in str(value) for secret in secrets)
    ]


def references_to(participant):
    """Every row that names this participant."""
    return [
        model.__name__
        for model in models()
        for field in model._meta.refs
        if field.rel_model is Participant
        for _row in model.select().where(field == participant.id)
    ]


def test_seat_shows_what_is_kept(app):
    workshop = make_workshop()
    client = app.test_client()
    client.post(
        f"/en/join/{workshop.code}", data={"voice": "expert", "nickname": "Pihlaja"}
    )

    page = client.get(f"/en/workshops/{workshop.slug}/seat")

    assert texts(page, "dl.facts .role") == ["Expert by experience"]
    assert texts(page, "dl.facts bdi") == ["Pihlaja"]


def test_new_recovery_code_ends_the_old_one(app):
    workshop = make_workshop()
    client = app.test_client()
    joined = client.post(f"/en/join/{workshop.code}", data={"voice": "expert"})
    old = one(joined, "p.big").text

    page = client.get(f"/en/workshops/{workshop.slug}/seat")
    new = one(send(client, page, "/seat/recovery"), "p.big").text

    answers = [
        app.test_client().post("/en/return", data={"recovery": code}).status_code
        for code in (old, new)
    ]
    assert answers == [422, 303]


def test_leaving_tells_first_what_stays_and_what_goes(app):
    workshop = make_workshop()
    client, participant = take_seat(app, workshop)

    page = client.get(f"/en/workshops/{workshop.slug}/seat/departure")

    assert texts(page, "main h2") == ["What stays", "What goes"]
    assert Participant.get_or_none(Participant.id == participant.id)


def test_leaving_keeps_the_words_and_forgets_the_person(app, caplog):
    workshop = make_workshop()
    client = app.test_client()
    client.post(
        f"/en/join/{workshop.code}", data={"voice": "expert", "nickname": "Pihlaja"}
    )
    (me,) = Participant.select()
    mine = make_proposal(workshop, "Coffee first", author=me)
    other = make_proposal(workshop)
    set_support(other, me, wanted=True)
    comment = Comment.create(
        proposal=other, author=me, voice=me.voice, stance=Stance.CONCERN,
        language="en", body="But when?", submission="comment-1",
    )  # fmt: skip
    Draft.create(participant=me, language="en", suggestion="Half a thought")
    poll = Poll.create(workshop=workshop, method="dots")
    Elector.create(poll=poll, participant=me, voice=me.voice)
    session = Session.create(
        workshop=workshop, starts_at=me.joined_at, ends_at=me.joined_at
    )
    Registration.create(
        session=session, participant=me, name="P", voice=me.voice, language="en",
        state=RegistrationState.REGISTERED,
    )  # fmt: skip
    before = sorted(references_to(me))

    page = client.get(f"/en/workshops/{workshop.slug}/seat/departure")
    gone = send(client, page, "/seat/departure")

    assert before == sorted(
        ["Comment", "Draft", "Elector", "Proposal", "Registration", "Support"]
    )
    assert references_to(me) == []
    assert rows_naming("Pihlaja", me.key_digest, me.recovery_digest, "Half a") == []
    assert Proposal.get_by_id(mine.id).suggestion == "Coffee first"
    assert Comment.get_by_id(comment.id).body == "But when?"
    assert Support.select().count() == 0
    assert caplog.messages == []
    assert "You have left the workshop." in gone.text
    board = client.get(f"/en/workshops/{workshop.slug}/board")
    assert not soup(board).select("form[action$='/proposals']")


def test_leaving_ends_the_recovery_code_and_every_other_device(app):
    workshop = make_workshop()
    first, second = app.test_client(), app.test_client()
    joined = first.post(f"/en/join/{workshop.code}", data={"voice": "expert"})
    recovery = one(joined, "p.big").text
    with first.session_transaction() as session:
        held = dict(session)

    first.post(f"/en/workshops/{workshop.slug}/seat/departure")
    back = second.post("/en/return", data={"recovery": recovery})
    with second.session_transaction() as session:
        session.update(held)
    replayed = second.get(f"/en/workshops/{workshop.slug}/seat")

    assert (back.status_code, replayed.status_code) == (422, 303)


def test_leaving_one_workshop_keeps_the_seat_in_another(app):
    here, elsewhere = make_workshop(), make_workshop()
    client, _me = take_seat(app, here)
    client.post(f"/en/join/{elsewhere.code}", data={"voice": "staff"})

    client.post(f"/en/workshops/{here.slug}/seat/departure")

    found = [
        client.get(f"/en/workshops/{workshop.slug}/seat").status_code
        for workshop in (here, elsewhere)
    ]
    assert found == [303, 200]


@pytest.mark.no_database
def test_every_reference_to_a_participant_lets_go_of_it():
    """A new table that names a participant is seen here."""
    lets_go = {
        (model.__name__, field.on_delete)
        for model in models()
        for field in model._meta.refs
        if field.rel_model is Participant
    }

    assert lets_go == {
        ("Comment", "SET NULL"),
        ("Draft", "CASCADE"),
        ("Elector", "SET NULL"),
        ("Proposal", "SET NULL"),
        ("Registration", "SET NULL"),
        ("Support", "CASCADE"),
    }
