"""What those who take part are told of their workshop and its sessions."""

from datetime import timedelta

import pytest
from peewee import fn
from playhouse.test_utils import count_queries

from portal.db import today
from portal.notices.actions import follow
from portal.notices.models import Notice
from portal.notices.recipients import user_key
from portal.permissions import Role
from portal.workshops.actions import set_phase
from portal.workshops.actions.forgetting import forget
from portal.workshops.actions.notifying import tell_of_today
from portal.workshops.actions.registering import give_up
from portal.workshops.actions.sessions import call_off, change_session
from portal.workshops.models import Entry, Facilitator, Phase, Session, Workshop
from tests.factories import make_participant, make_user, make_workshop
from tests.notices.told import events, key, readings
from tests.workshops.sessions import come, make_draft, make_session


def test_workshop_that_moves_on_is_told_once_to_who_joined_and_who_follows(app):
    workshop = make_workshop()
    me, reader, mover = make_participant(workshop), make_user(), make_user()
    for one in (reader, mover):
        follow(user_key(one.id), "workshop", workshop.id, wanted=True)

    for phase in (Phase.DISCUSS, Phase.GATHER, Phase.DISCUSS):
        set_phase(workshop, phase, by=mover)

    board = f"/en/workshops/{workshop.slug}/board"
    discussed = [("The proposals are being discussed now.", board)]
    assert readings(app, me) == discussed
    assert readings(app, reader) == discussed
    assert events(mover) == []


@pytest.mark.parametrize("phase", list(Phase)[1:])
def test_every_phase_reads_as_a_sentence(app, phase):
    workshop = make_workshop()
    me = make_participant(workshop)

    set_phase(workshop, phase)

    ((text, _url),) = readings(app, me)
    assert text.endswith(".")


@pytest.mark.parametrize("count", [1, 3])
def test_hundreds_are_told_by_as_many_statements_as_one(count):
    workshop = make_workshop()
    for _ in range(count):
        make_participant(workshop)

    with count_queries() as queries:
        set_phase(workshop, Phase.GROUP)

    assert Notice.select().count() == count
    # A savepoint twice, the version, the phase as it was and set; who has joined, who
    # follows, which of them have an account, the notices.
    assert queries.count == 9


def test_workshop_by_invitation_tells_those_who_joined_alone():
    workshop = make_workshop(entry=Entry.INVITED)
    me, reader = make_participant(workshop), make_user()
    follow(user_key(reader.id), "workshop", workshop.id, wanted=True)

    set_phase(workshop, Phase.GROUP)

    assert (events(me), events(reader)) == (["phase"], [])


def test_workshop_that_is_closed_to_a_reader_reads_no_more(app):
    workshop = make_workshop()
    reader, coordinator = make_user(), make_user(Role.COORDINATOR)
    runner, joined = make_user(Role.FACILITATOR), make_user()
    me = make_participant(workshop)
    stranger = make_participant(make_workshop())
    everybody = [reader, coordinator, runner, joined, me, stranger]
    for one in everybody:
        follow(key(one), "workshop", workshop.id, wanted=True)
    Facilitator.create(workshop=workshop, user=runner)
    set_phase(workshop, Phase.GROUP)
    make_participant(workshop, user=joined)

    Workshop.update(entry=Entry.INVITED).execute()

    told = [one for one in everybody if readings(app, one)]
    assert told == [coordinator, runner, joined, me]

    Facilitator.delete().execute()

    assert readings(app, runner) == []


@pytest.mark.parametrize(("days", "told"), [(1, ["phase"]), (3, ["phase"]), (4, [])])
def test_workshop_that_moves_by_its_dates_is_told_of_in_the_days_after(days, told):
    workshop = make_workshop()
    me = make_participant(workshop)
    ended = today() - timedelta(days=days)
    Workshop.update(moves_by_date=True, gather_until=ended).execute()

    tell_of_today()
    tell_of_today()

    assert events(me) == told


def test_those_who_come_are_told_of_changes_and_of_a_free_place(app):
    workshop = make_workshop()
    session = make_session(workshop, capacity=1)
    first, second = make_participant(workshop), make_participant(workshop)
    held = come(session, participant=first)
    come(session, "Olli", participant=second)

    with app.test_request_context("/en/"):
        give_up(held)
        change_session(
            session, make_draft(address="Elsewhere", capacity=1), session.sequence
        )
        call_off(Session.get_by_id(session.id))

    assert events(first) == []
    assert events(second) == [
        "session-moved-up",
        "session-changed",
        "session-called-off",
    ]
    texts = [text for text, _url in readings(app, second)]
    assert [text.partition(":")[0] for text in texts] == [
        "A place is free, and it is yours",
        "A session has changed. Now it is",
        "A session is cancelled",
    ]


def test_session_put_off_is_told_of_on_its_new_eve_too():
    workshop = make_workshop()
    me = make_participant(workshop)
    come(make_session(workshop, starts_in=timedelta(days=1)), participant=me)
    tell_of_today()
    an_earlier_day = fn.REPLACE(Notice.happening, today().isoformat(), "2020-01-01")
    Notice.update(happening=an_earlier_day).execute()

    tell_of_today()
    tell_of_today()

    assert events(me) == ["session-tomorrow"] * 2


def test_who_changes_a_session_or_calls_it_off_is_not_told_of_it(app):
    workshop, user = make_workshop(), make_user()
    session = make_session(workshop)
    come(session, participant=make_participant(workshop, user=user))

    with app.test_request_context("/en/"):
        change_session(session, make_draft(address="Elsewhere"), 0, user)
        call_off(Session.get_by_id(session.id), user)

    assert events(user) == []


def test_who_gets_a_letter_gets_no_mail_of_the_notice_too(app):
    workshop = make_workshop()
    session = make_session(workshop)
    users = [make_user(), make_user()]
    for user, email in zip(users, ("", "maija@verstas.example"), strict=True):
        seat = make_participant(workshop, user=user)
        with app.test_request_context("/en/"):
            come(session, email=email, participant=seat)

    with app.test_request_context("/en/"):
        call_off(session)

    waiting = Notice.select().where(Notice.mailed_at.is_null())
    assert [one.recipient for one in waiting] == [user_key(users[0].id)]
    assert events(users[1]) == ["session-called-off"]


@pytest.mark.parametrize(("days", "told"), [(1, 1), (2, 0)])
def test_session_of_tomorrow_is_told_of_once(app, days, told):
    workshop = make_workshop()
    me, waits = make_participant(workshop), make_participant(workshop)
    session = make_session(workshop, starts_in=timedelta(days=days), capacity=1)
    come(session, participant=me)
    come(session, "Olli", participant=waits)

    tell_of_today()
    tell_of_today()

    assert events(me) == ["session-tomorrow"] * told
    assert events(waits) == []
    assert all("tomorrow" in text for text, _url in readings(app, me))


def test_command_tells(app):
    workshop = make_workshop()
    me = make_participant(workshop)
    ended = today() - timedelta(days=1)
    Workshop.update(moves_by_date=True, gather_until=ended).execute()

    done = app.test_cli_runner().invoke(args=["workshops", "tell"])

    assert (done.output, events(me)) == ("Told.\n", ["phase"])


def test_who_is_erased_with_the_workshop_is_told_nothing_any_more():
    workshop, other = make_workshop(), make_workshop()
    user = make_user()
    seated, stays = make_participant(workshop, user=user), make_participant(other)
    for one in (workshop, other):
        set_phase(one, Phase.GROUP)
    Workshop.update(deletes_on=today()).where(Workshop.id == workshop.id).execute()

    forget(today() + timedelta(days=1))

    assert [one.seat for one in Notice.select()] == [stays.id]
    assert seated.id != stays.id
