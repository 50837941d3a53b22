"""Valid things with the fewest words. No surprises: see a default, read it here."""

from datetime import timedelta
from itertools import count

from flask import Flask
from flask.testing import FlaskClient

from portal.accounts.actions import begin_session, create_user
from portal.accounts.models import User, Voice
from portal.db import today
from portal.directory.actions import Draft, DraftText, store
from portal.directory.models import Origin, Service
from portal.permissions import Role
from portal.proposals import actions as proposals
from portal.proposals.actions import Wording
from portal.proposals.models import Proposal, State
from portal.vocabulary.queries import vocabulary
from portal.workshops import actions as workshops
from portal.workshops.actions import Text, Timetable
from portal.workshops.models import Participant, Phase, Workshop
from portal.workshops.seats import COOKIE_PART

_numbers = count(1)
PASSWORD = "a long enough password"


def make_user(*roles: Role, **fields) -> User:
    n = next(_numbers)
    defaults = {
        "email": f"person{n}@verstas.example",
        "name": f"Person {n}",
        "password": PASSWORD,
        "language": "en",
        "roles": roles,
    }
    return create_user(**defaults | fields)


def sign_in(app: Flask, user: User) -> FlaskClient:
    """A client whose browser holds a sign-in of this person."""
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = begin_session(user)
    return client


def make_service(name: str = "", tags: str = "", **fields) -> Service:
    """A service of the region in English; `tags` are `scheme:code` words."""
    name = name or f"Service {next(_numbers)}"
    words = vocabulary()
    found = [words.of(tag.split(":")[0])[tag.split(":")[1]] for tag in tags.split()]
    texts = fields.pop("texts", {"en": DraftText(name=name, summary="A summary")})
    defaults = {"origin": Origin.REGION, "twin_key": f"test:{name.casefold()}"}
    return store(Draft(texts=texts, tags=found, **defaults | fields))


def timetable(first_in_days: int = 7) -> Timetable:
    ends = [today() + timedelta(days=first_in_days * number) for number in range(1, 6)]
    return Timetable(*ends)


def make_workshop(phase: Phase = Phase.GATHER, **fields) -> Workshop:
    n = next(_numbers)
    defaults = {
        "texts": {"en": Text(title=f"Workshop {n}", question="What should change?")},
        "timetable": timetable(),
        "opened_on": today(),
        "areas": [],
        "phase": phase,
    }
    return workshops.open_workshop(workshops.Draft(**defaults | fields))


def make_participant(
    workshop: Workshop, voice: Voice = Voice.RESIDENT, **fields
) -> Participant:
    return workshops.join(workshop, nickname="", voice=voice, **fields)[0]


def take_seat(
    app: Flask, workshop: Workshop, voice: Voice = Voice.RESIDENT
) -> tuple[FlaskClient, Participant]:
    """A client whose browser holds a seat in the workshop."""
    participant, key, _recovery = workshops.join(workshop, nickname="", voice=voice)
    client = app.test_client()
    with client.session_transaction() as session:
        session[COOKIE_PART] = {str(workshop.id): key}
    return client, participant


def make_proposal(
    workshop: Workshop,
    suggestion: str = "",
    *,
    state: State = State.PUBLISHED,
    supports: int = 0,
    author: Participant | None = None,
    language: str = "en",
) -> Proposal:
    """A proposal in this state, whichever phase the workshop is in."""
    n = next(_numbers)
    phase = Workshop.get_by_id(workshop.id).phase
    workshops.set_phase(workshop, Phase.GATHER)
    proposal = proposals.propose(
        workshop,
        author or make_participant(workshop),
        Wording(suggestion or f"Proposal {n}", "It is so."),
        language=language,
        submission=f"test-{n}",
    )
    if state is State.PUBLISHED:
        proposals.publish(proposal.id)
    elif state is State.RETURNED:
        proposals.send_back(proposal.id)
    for _ in range(supports):
        proposals.set_support(proposal, make_participant(workshop), wanted=True)
    workshops.set_phase(workshop, phase)
    return Proposal.get_by_id(proposal.id)
