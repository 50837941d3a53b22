from datetime import timedelta

import pytest

from portal.errors import Refused
from portal.workshops.actions.attendance import set_attended, store_sums
from portal.workshops.actions.forgetting import forget_contacts
from portal.workshops.actions.registering import give_up
from portal.workshops.actions.sessions import (
    SessionWords,
    call,
    call_off,
    change_session,
    store_minutes,
)
from portal.workshops.models import Registration, Session
from portal.workshops.queries.registrations import paid, sums_stamp
from portal.workshops.queries.sessions import minutes_stamp, session_texts
from tests.factories import make_workshop
from tests.workshops.sessions import (
    come,
    letters,
    make_draft,
    make_session,
)

MAIJA, ALI = "maija@verstas.example", "ali@verstas.example"


@pytest.fixture(autouse=True)
def in_english(app):
    with app.test_request_context("/en/"):
        yield


def read(session):
    return Session.get_by_id(session.id)


def test_same_form_sent_twice_calls_one_session():
    workshop = make_workshop()

    made = [call(workshop.id, make_draft(), "one sending") for _ in range(2)]

    assert made[0] == made[1]
    assert Session.select().where(Session.workshop == workshop).count() == 1


def test_who_has_a_place_or_waits_is_told_of_another_time():
    session = make_session(make_workshop(), capacity=1)
    come(session, email=MAIJA), come(session, "Ali", email=ALI)
    gone = come(session, "Otso", email="otso@verstas.example")
    give_up(gone)
    before = letters()

    change_session(session, make_draft(capacity=1, starts_in=timedelta(days=9)), seen=0)

    told = "The session has changed"
    assert letters()[len(before) :] == [(MAIJA, told), (ALI, told)]
    assert read(session).sequence == 1


def test_nobody_is_told_of_another_title():
    session = make_session(make_workshop())
    come(session, email=MAIJA)
    same = {"starts_at": session.starts_at, "ends_at": session.ends_at}

    change_session(session, make_draft("Second evening", **same), seen=0)

    assert [about for _to, about in letters()] == ["You have a place in the session"]
    assert session_texts(session.id)["en"].title == "Second evening"


def test_second_of_two_facilitators_is_told_and_changes_nothing():
    session = make_session(make_workshop())

    first = change_session(session, make_draft(address="Tupa"), seen=0)
    second = change_session(session, make_draft(address="Library"), seen=0)

    assert (first, second) == (True, False)
    assert (read(session).address, read(session).sequence) == ("Tupa", 1)


def test_cancelled_session_is_told_of_once_and_not_changed_any_more():
    session = make_session(make_workshop(), capacity=1)
    come(session, email=MAIJA), come(session, "Ali", email=ALI)
    before = letters()

    call_off(session), call_off(session)

    told = "The session is cancelled"
    assert letters()[len(before) :] == [(MAIJA, told), (ALI, told)]
    assert (read(session).cancelled, read(session).sequence) == (True, 1)
    with pytest.raises(Refused):
        change_session(session, make_draft(), seen=1)


def test_session_that_is_over_is_not_cancelled():
    session = make_session(make_workshop(), starts_in=-timedelta(days=2))

    with pytest.raises(Refused):
        call_off(session)

    assert not read(session).cancelled


def test_language_that_holds_minutes_keeps_them():
    words = {"en": SessionWords("Evening"), "fi": SessionWords("Ilta")}
    session = make_session(make_workshop(), texts=words)
    stamp = minutes_stamp(session.id)

    stored = store_minutes(session, {"fi": "Kahvia", "sv": "Kaffe"}, stamp)
    stale = store_minutes(session, {"fi": "Teetä"}, stamp)
    change_session(session, make_draft("Evening"), seen=0)

    assert (stored, stale) == (True, False)
    texts = session_texts(session.id)
    assert {code: text.minutes for code, text in texts.items()} == {
        "en": "",
        "fi": "Kahvia",
    }


def test_attendance_is_noted_of_those_who_have_a_place_here():
    workshop = make_workshop()
    session, other = make_session(workshop, capacity=1), make_session(workshop)
    maija, ali = come(session), come(session, "Ali")

    noted = [
        set_attended(session, maija.id, attended=True),
        set_attended(session, ali.id, attended=True),
        set_attended(other, maija.id, attended=False),
    ]

    assert noted == [maija, None, None]
    assert Registration.get_by_id(maija.id).attended is True


def test_sums_are_noted_unless_somebody_has_noted_others():
    session = make_session(make_workshop())
    expert, resident = come(session, voice="expert"), come(session, "Ali")
    stamp = sums_stamp(paid(session.id))

    first = store_sums(session, {expert.id: (5000, 1240)}, stamp)
    second = store_sums(session, {expert.id: (1, 1)}, stamp)
    foreign = {resident.id: (9900, 0)}
    store_sums(session, foreign, sums_stamp(paid(session.id)))

    assert (first, second) == (True, False)
    sums = Registration.select(Registration.fee, Registration.travel).tuples()
    assert sorted(sums) == [(0, 0), (5000, 1240)]


def test_addresses_and_needs_are_erased_a_month_after_the_session():
    session = make_session(make_workshop())
    held = come(session, email=MAIJA, needs="A quiet seat")
    over = read(session).ends_at

    early = forget_contacts(over + timedelta(days=30))
    kept = Registration.get_by_id(held.id).email
    erased = forget_contacts(over + timedelta(days=30, seconds=1))
    again = forget_contacts(over + timedelta(days=31))

    left = Registration.get_by_id(held.id)
    assert (early, kept, erased, again) == (0, MAIJA, 1, 0)
    assert (left.name, left.email, left.needs) == ("Maija", "", "")
