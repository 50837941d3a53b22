from datetime import timedelta

import pytest

from portal.accounts.models import Voice
from portal.db import now
from portal.errors import Refused
from portal.notices.models import Mail
from portal.workshops.actions.registering import give_up, register, write_in
from portal.workshops.actions.sessions import call_off, change_session
from portal.workshops.models import Registration, Session
from tests.factories import make_participant, make_workshop
from tests.workshops.sessions import (
    begin,
    come,
    letters,
    links,
    make_draft,
    make_guest,
    make_session,
    states,
)

ALI = {"email": "ali@verstas.example"}


@pytest.fixture(autouse=True)
def in_english(app):
    with app.test_request_context("/en/"):
        yield


def test_full_session_has_a_waiting_list():
    session = make_session(make_workshop(), capacity=1)

    come(session, "Maija")
    come(session, "Ali", **ALI)

    assert states(session) == {"Maija": "registered", "Ali": "waiting"}
    assert letters() == [("ali@verstas.example", "You are on the waiting list")]


def test_place_given_up_goes_to_whoever_has_waited_longest():
    session = make_session(make_workshop(), capacity=1)
    maija = come(session, "Maija")
    come(session, "Ali", language="sv", **ALI)
    come(session, "Otso")

    given_up = give_up(maija)
    again = give_up(maija)

    assert (given_up, again) == (True, False)
    assert states(session) == {
        "Maija": "cancelled",
        "Ali": "registered",
        "Otso": "waiting",
    }
    assert [to for to, _about in letters()] == ["ali@verstas.example"] * 2


def test_whoever_waits_and_gives_up_frees_no_place():
    session = make_session(make_workshop(), capacity=1)
    come(session, "Maija")
    ali = come(session, "Ali")
    come(session, "Otso")

    give_up(ali)

    assert states(session) == {
        "Maija": "registered",
        "Ali": "cancelled",
        "Otso": "waiting",
    }


def test_more_room_moves_the_waiting_list_up_in_order():
    session = make_session(make_workshop(), capacity=1)
    for name in ("Maija", "Ali", "Otso", "Raija"):
        come(session, name)

    changed = change_session(session, make_draft(capacity=3), seen=0)

    assert changed
    assert list(states(session).values()) == [
        "registered", "registered", "registered", "waiting",
    ]  # fmt: skip


def test_less_room_takes_no_place_away():
    session = make_session(make_workshop(), capacity=3)
    maija, _ali = come(session, "Maija"), come(session, "Ali")

    change_session(session, make_draft(capacity=1), seen=0)
    come(session, "Otso")
    give_up(maija)

    assert states(session) == {
        "Maija": "cancelled",
        "Ali": "registered",
        "Otso": "waiting",
    }


def test_no_limit_moves_everybody_up():
    session = make_session(make_workshop(), capacity=1)
    for name in ("Maija", "Ali", "Otso"):
        come(session, name)

    change_session(session, make_draft(capacity=None), seen=0)

    assert set(states(session).values()) == {"registered"}


def test_nobody_registers_for_or_leaves_what_has_begun_or_is_cancelled():
    begun, called_off = (make_session(make_workshop()) for _ in range(2))
    held = [come(begun), come(called_off)]
    begin(begun)
    call_off(called_off)

    for session, registration in zip((begun, called_off), held, strict=True):
        with pytest.raises(Refused):
            come(session, "Ali")
        with pytest.raises(Refused):
            give_up(registration)
        assert states(session) == {"Maija": "registered"}


def test_same_form_sent_twice_is_one_registration():
    session = make_session(make_workshop())

    first = register(session, make_guest(), "one sending")
    again = register(session, make_guest(), "one sending")
    sister = register(session, make_guest("Raija"), "one sending")

    assert first == again != sister
    assert states(session) == {"Maija": "registered", "Raija": "registered"}


def test_participant_has_one_place_and_may_come_again_after_giving_it_up():
    workshop = make_workshop()
    session, me = make_session(workshop), make_participant(workshop)

    first, again = (come(session, participant=me) for _ in range(2))
    give_up(first)
    later = come(session, participant=me)

    assert (again == first, later == first) == (True, False)
    assert states(session) == {"Maija": "registered"}


def test_nobody_is_written_to_without_end():
    session = make_session(make_workshop())
    for number in range(6):
        come(session, f"Child {number}", email="home@verstas.example")

    with pytest.raises(Refused):
        come(session, "One more", email="Home@Verstas.example")

    assert len(letters()) == 6


def test_written_in_get_a_place_though_it_is_full_and_are_there_once_it_has_begun():
    session = make_session(make_workshop(), capacity=1)
    come(session, "Maija")

    rang = write_in(session, make_guest("Ali"))
    begin(session)
    walked_in = write_in(session, make_guest("Otso", voice=Voice.EXPERT))

    assert states(session) == dict.fromkeys(["Maija", "Ali", "Otso"], "registered")
    assert (rang.attended, walked_in.attended) == (None, True)


def test_letter_is_in_the_language_of_the_reader_and_holds_two_links():
    workshop = make_workshop()
    session = make_session(workshop, link="https://meet.example/1")

    come(session, language="fi", **ALI)

    (mail,) = Mail.select()
    _meeting, see, cancel = links(mail)
    assert "https://meet.example/1" in mail.body
    assert see.startswith("/fi/registrations/")
    assert cancel == f"{see}/cancellation"


def test_link_is_not_told_to_those_who_wait():
    session = make_session(make_workshop(), link="https://meet.example/1", capacity=1)
    come(session)

    come(session, "Ali", **ALI)

    (mail,) = Mail.select()
    assert "meet.example" not in mail.body


def test_nobody_moves_up_into_a_session_that_has_begun():
    session = make_session(make_workshop(), capacity=1)
    come(session), come(session, "Ali")
    earlier = make_draft(capacity=5, starts_in=-timedelta(minutes=30))

    change_session(session, earlier, seen=0)

    assert Session.get_by_id(session.id).starts_at < now()
    assert states(session) == {"Maija": "registered", "Ali": "waiting"}


def test_needs_are_erased_with_the_place():
    session = make_session(make_workshop())
    held = come(session, needs="An interpreter")

    give_up(held)

    assert Registration.get_by_id(held.id).needs == ""
