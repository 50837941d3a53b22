from datetime import timedelta

from playhouse.test_utils import count_queries

from portal.accounts.models import Voice
from portal.db import now, today
from portal.proposals.models import Draft, Proposal
from portal.workshops import actions
from portal.workshops.actions.forgetting import Forgotten, forget
from portal.workshops.actions.invitations import invite
from portal.workshops.models import (
    Invitation,
    Participant,
    Registration,
    RegistrationState,
    Session,
)
from portal.workshops.queries import changes_of
from portal.workshops.queries.people import PEOPLE
from tests.factories import make_proposal, make_workshop


def filled(deletes_on):
    workshop = make_workshop(deletes_on=deletes_on)
    person, _key, _recovery = actions.join(
        workshop, nickname="Pihlaja", voice=Voice.EXPERT
    )
    make_proposal(workshop, "Coffee first", author=person)
    Draft.create(participant=person, language="en", suggestion="Half a thought")
    session = Session.create(workshop=workshop, starts_at=now(), ends_at=now())
    Registration.create(
        session=session, name="Maija", email="maija@verstas.example", language="fi",
        voice=Voice.EXPERT, state=RegistrationState.REGISTERED,
    )  # fmt: skip
    invite(workshop, ["Maija"], secret="test", submission=str(workshop.id))
    return workshop


def left():
    people = (Participant, Draft, Registration, Invitation)
    return [model.select().count() for model in people]


def test_people_are_forgotten_the_day_after_the_date_said():
    filled(deletes_on=today())

    forgotten_on_the_day = forget(today())
    kept = left()
    forgotten_after = forget(today() + timedelta(days=1))

    assert forgotten_on_the_day == Forgotten(0, 0, 0, 0)
    assert kept == [1, 1, 1, 1]
    assert forgotten_after == Forgotten(1, 1, 1, 1)
    assert left() == [0, 0, 0, 0]
    (proposal,) = Proposal.select()
    assert (proposal.suggestion, proposal.author) == ("Coffee first", None)


def test_people_of_other_workshops_are_kept():
    filled(deletes_on=today() - timedelta(days=1))
    filled(deletes_on=today() + timedelta(days=1))
    filled(deletes_on=None)

    forget(today())

    assert left() == [2, 2, 2, 2]


def test_forgetting_again_finds_nobody():
    filled(deletes_on=today() - timedelta(days=1))
    forget(today())

    again = forget(today())

    assert again == Forgotten(1, 0, 0, 0)


def test_forgetting_and_leaving_take_turns_in_the_same_order():
    workshop = make_workshop(deletes_on=today() - timedelta(days=1))
    leaving, _key, _recovery = actions.join(workshop, nickname="", voice=Voice.STAFF)
    turns = [changes_of(workshop.id), PEOPLE]

    orders = []
    for act in (lambda: actions.leave(leaving), lambda: forget(today())):
        with count_queries() as asked:
            act()
        written = [record.msg for record in asked.get_queries()]
        orders.append(
            [
                turn
                for _sql, values in written
                for turn in turns
                if turn in (values or ())
            ]
        )

    assert orders == [turns, turns]
