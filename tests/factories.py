"""Valid things with the fewest words. No surprises: see a default, read it here."""

from datetime import date, timedelta
from itertools import count

from flask import Flask
from flask.testing import FlaskClient

from portal.accounts.actions import begin_session, create_user
from portal.accounts.models import User, Voice
from portal.ballots.actions.opening import open_poll
from portal.ballots.models import (
    Elector,
    Poll,
    PollOption,
    PollOptionText,
    PollText,
)
from portal.ballots.tallies import Method
from portal.db import bump, today
from portal.directory.actions import Draft, DraftText, store
from portal.directory.hours import parsed
from portal.directory.models import (
    CHANGES,
    OpeningHours,
    Organisation,
    OrganisationText,
    Origin,
    PhoneHours,
    Place,
    PlaceText,
    Service,
    ServiceAtPlace,
    Stop,
    StopText,
    Team,
    TeamText,
)
from portal.permissions import Role
from portal.practices.actions import creating as practices
from portal.practices.actions.creating import InUse, PracticeDraftText
from portal.practices.models import Practice, Stage, Use
from portal.proposals import actions as proposals
from portal.proposals.actions import Wording
from portal.proposals.models import Attachment, Proposal, State
from portal.vocabulary.actions import ConceptDraft, store_concept
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


def make_team(**names: str) -> Team:
    """A team, named in the languages given or in English."""
    n = next(_numbers)
    organisation = Organisation.create(code=f"organisation-{n}", kind="county")
    team = Team.create(organisation=organisation, code=f"team-{n}")
    for language, name in (names or {"en": f"Team {n}"}).items():
        TeamText.create(team=team, language=language, name=name)
    bump(CHANGES)
    return team


def make_organisation(name: str = "") -> Organisation:
    """An organisation, named in English."""
    organisation = make_team().organisation
    name = name or f"Organisation {organisation.id}"
    OrganisationText.create(organisation=organisation, language="en", name=name)
    bump(CHANGES)
    return organisation


def make_place(area: str = "harju", **fields) -> Place:
    """A place in English; `name`, `street` and `arrival` are words of its text."""
    n = next(_numbers)
    text = {"language": "en", "name": f"Place {n}", "street": f"Street {n}"}
    text |= {
        key: fields.pop(key) for key in ("name", "street", "arrival") & fields.keys()
    }
    term = vocabulary().of("area")[area].id
    place = Place.create(**{"slug": f"place-{n}", "area": term} | fields)
    PlaceText.create(place=place, **text)
    bump(CHANGES)
    return place


def give_at(place: Place, service: Service, *lines: str, **fields) -> ServiceAtPlace:
    """The service is given at the place, with hours such as `mon-fri 9:00-11:00`."""
    row = ServiceAtPlace.create(service=service, place=place, **fields)
    for line in lines:
        for span in parsed(line):
            OpeningHours.create(service_at_place=row, **vars(span))
    bump(CHANGES)
    return row


def answer_phone(service: Service, *lines: str) -> None:
    """The phone of the service is answered at hours such as `mon-fri 9:00-11:00`."""
    for line in lines:
        for span in parsed(line):
            PhoneHours.create(service=service, **vars(span))
    bump(CHANGES)


def make_stop(
    service: Service, rule: str, first_on: date, *, area: str = "harju", **fields
) -> Stop:
    """A stop in English from 9 to 11; `spot` and `note` are words of its text."""
    text = {key: fields.pop(key) for key in ("spot", "note") & fields.keys()}
    term = vocabulary().of("area")[area].id
    values = {"rule": rule, "first_on": first_on, "opens": 540, "closes": 660} | fields
    stop = Stop.create(service=service, area=term, **values)
    text = {"language": "en", "spot": f"Spot {stop.id}"} | text
    StopText.create(stop=stop, **text)
    bump(CHANGES)
    return stop


def make_concept(*words: str, code: str = "", hidden: str = "", terms: str = "") -> str:
    """A synonym group in English with these words; returns its code."""
    found = [vocabulary().of(t.split(":")[0])[t.split(":")[1]] for t in terms.split()]
    draft = ConceptDraft(
        {"en": words}, {"en": hidden.split()}, [word.id for word in found]
    )
    return store_concept(code, draft)


def make_practice(name: str = "", in_use: str = "", **fields) -> Practice:
    """A practice in English; `in_use` are the codes of areas where it is applied,
    `states` those of its texts, `authors` ids of organisations."""
    n = next(_numbers)
    areas = vocabulary().of("area")
    texts = fields.pop("texts", {"en": PracticeDraftText(name or f"Practice {n}")})
    uses = [InUse(areas[code], Use.IN_USE, None, None, {}) for code in in_use.split()]
    told = {key: fields.pop(key) for key in ("states", "authors") & fields.keys()}
    values = {"slug": f"practice-{n}", "stage": Stage.IN_USE} | fields
    return practices.create(values, texts, [], uses, **told)


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


def make_poll(
    workshop: Workshop, *options: str, method: Method = Method.APPROVAL, **fields
) -> Poll:
    """A poll that is not open yet, in English; `options` are titles."""
    poll = Poll.create(workshop=workshop, method=method, **fields)
    PollText.create(poll=poll, language="en", title="Which first?")
    for position, title in enumerate(options or ("Open late", "Open early")):
        option = PollOption.create(poll=poll, position=position)
        PollOptionText.create(option=option, language="en", title=title)
    return poll


def open_to(workshop: Workshop, poll: Poll, *voices: Voice) -> list[Elector]:
    """Open the poll to new participants with these voices, in their order."""
    people = [make_participant(workshop, voice) for voice in voices]
    open_poll(poll.id)
    electors = {
        row.participant: row for row in Elector.select().where(Elector.poll == poll)
    }
    return [electors[person.id] for person in people]


def make_attachment(proposal: Proposal, description: str = "A bench") -> Attachment:
    return Attachment.create(
        proposal=proposal, picture=b"JPEG", width=1, height=1, description=description
    )
