"""Loading the workshops of the demo region, with those who take part in them."""

from datetime import datetime, time, timedelta
from itertools import cycle
from typing import Any

from portal.accounts.models import User, Voice
from portal.demo.files import entries, in_languages
from portal.directory.models import Organisation, Service, Team
from portal.links.actions import join as link
from portal.moderation.models import Case, Decision, Reason
from portal.notices.recipients import participant_key
from portal.proposals.actions import AnswerDraft, show_title, store_answer
from portal.proposals.models import (
    KIND,
    Proposal,
    ProposalTheme,
    ProposalVersion,
    Relation,
    State,
    Support,
    Verdict,
)
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Vocabulary, vocabulary
from portal.workshops.actions import Draft, Text, Timetable, join, open_workshop
from portal.workshops.models import Entry, Participant, Phase, Template, Workshop

# Besides one for each proposal, enough for the most supported one.
PEOPLE = 38
VOICES = (Voice.RESIDENT, Voice.EXPERT, Voice.RESIDENT, Voice.PARTNER, Voice.STAFF)
ENDS = ("gather_until", "group_until", "discuss_until", "vote_until", "answer_until")


def load(words: Vocabulary, moderator: User) -> None:
    for entry in entries("workshops.toml", "workshop"):
        workshop = open_workshop(
            Draft(
                slug=entry["slug"],
                code=entry["code"],
                phase=Phase(entry["phase"]),
                organisation=Organisation.get(
                    Organisation.code == entry["organisation"]
                ),
                team=Team.get_or_none(Team.code == entry.get("team", "")),
                areas=[words.of(Scheme.AREA)[code] for code in entry["areas"]],
                opened_on=entry["opened"],
                timetable=Timetable(**{name: entry[name] for name in ENDS}),
                texts={c: Text(**part) for c, part in in_languages(entry).items()},
                template=Template(entry["template"]),
                entry=Entry(entry["entry"]),
                deletes_on=entry["deletes_on"],
                facilitators=[
                    User.get(User.email == email).id
                    for email in entry.get("facilitators", [])
                ],
            )
        )
        for slug in entry.get("services", []):
            service = Service.get(Service.slug == slug)
            link("workshop", workshop.id, "service", service.id)
        people = entry.get("people", PEOPLE)
        load_proposals(workshop, entry.get("proposal", []), moderator, people)


def load_proposals(
    workshop: Workshop, parts: list[dict[str, Any]], moderator: User, count: int
) -> None:
    people = [
        join(workshop, nickname="", voice=voice)[0]
        for voice, _number in zip(
            cycle(VOICES), range(count + len(parts)), strict=False
        )
    ]
    for number, part in enumerate(parts):
        voice = Voice(part["voice"])
        of_voice = [person for person in people if person.voice is voice]
        author = of_voice[number % len(of_voice)]
        load_proposal(workshop, part, author, people[number % 5 :], moderator)


def load_proposal(
    workshop: Workshop,
    part: dict[str, Any],
    author: Participant,
    people: list[Participant],
    moderator: User,
) -> None:
    state = State(part["state"])
    written = datetime.combine(part["written"], time(12))
    proposal = Proposal.create(
        workshop=workshop,
        author=author,
        relation=Relation(part.get("relation", "own")),
        voice=author.voice,
        language=part["language"],
        state=state,
        suggestion=part["suggestion"],
        problem=part.get("problem", ""),
        helps=part.get("helps", ""),
        submission=f"demo-{workshop.id}-{part['key']}"[:40],
        written_at=written,
        published_at=written if state is State.PUBLISHED else None,
    )
    load_case(proposal, part, moderator)
    load_beside(proposal, part)
    for person in people[: part.get("supports", 0)]:
        Support.create(proposal=proposal, participant=person)
    if "answer" in part:
        load_answer(proposal, part["answer"])


def by_key(workshop: Workshop) -> dict[str, Proposal]:
    """The proposals of a workshop by the keys that the files call them by."""
    found = Proposal.select().where(Proposal.workshop == workshop)
    begins = f"demo-{workshop.id}-"
    return {row.submission.removeprefix(begins): row for row in found}


def load_case(proposal: Proposal, part: dict[str, Any], moderator: User) -> None:
    """A case that still waits, or one that was decided on the day of writing."""
    decided = proposal.state is not State.WAITING
    returned = proposal.state is State.RETURNED
    Case.create(
        kind=KIND,
        item_id=proposal.id,
        language=proposal.language,
        workshop=proposal.workshop.id,
        author=participant_key(proposal.author.id),
        opened_at=proposal.written_at,
        decided_at=proposal.written_at if decided else None,
        decided_by=moderator if decided else None,
        decision=(Decision.RETURN if returned else Decision.PUBLISH)
        if decided
        else None,
        reason=Reason(part["reason"]) if returned else None,
        note=part.get("note", "") if returned else "",
    )


def load_beside(proposal: Proposal, part: dict[str, Any]) -> None:
    """What it is about, and what it said until the day after it was written."""
    for code in part.get("themes", []):
        theme = vocabulary().of(Scheme.THEME)[code].id
        ProposalTheme.create(proposal=proposal, theme=theme)
    for slug in part.get("about", []):
        link(KIND, proposal.id, "service", Service.get(Service.slug == slug).id)
    show_title(proposal.id)
    if "earlier" in part:
        changed = proposal.written_at + timedelta(days=1)
        Proposal.update(edited_at=changed).where(Proposal.id == proposal.id).execute()
        ProposalVersion.create(
            proposal=proposal, suggestion=part["earlier"], replaced_at=changed
        )


def load_answer(proposal: Proposal, part: dict[str, Any]) -> None:
    texts = in_languages(part)
    draft = AnswerDraft(
        verdict=Verdict(part["verdict"]),
        team=Team.get_or_none(Team.code == part.get("team", "")),
        reasons={code: text["reason"] for code, text in texts.items()},
        changed={code: text.get("changed", "") for code, text in texts.items()},
        starts_on=part.get("starts"),
        done_on=part.get("done"),
    )
    store_answer(proposal, None, draft, answered_on=part["on"])
