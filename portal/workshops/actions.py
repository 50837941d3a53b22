"""Opening a workshop, moving it on, and joining it."""

import secrets
from dataclasses import asdict, dataclass
from datetime import date

from portal.accounts.models import User, Voice
from portal.db import bump, database, upsert
from portal.directory.models import Organisation, Team
from portal.search import actions as search
from portal.text import slugify
from portal.vocabulary.queries import Word
from portal.workshops.codes import cleaned, new_code, new_recovery
from portal.workshops.indexing import entries
from portal.workshops.models import (
    Participant,
    Phase,
    Workshop,
    WorkshopArea,
    WorkshopText,
)
from portal.workshops.queries import KIND, by_code, changes_of, digest

KEY_BYTES = 32
PEOPLE = "participants"
RESERVED = {"new"}


@dataclass(frozen=True)
class Text:
    title: str
    question: str = ""
    decides: str = ""
    ways: str = ""
    rules: str = ""
    data_use: str = ""


@dataclass(frozen=True)
class Timetable:
    """The last day of each phase."""

    gather_until: date
    group_until: date
    discuss_until: date
    vote_until: date
    answer_until: date


@dataclass(frozen=True, kw_only=True)
class Draft:
    texts: dict[str, Text]
    timetable: Timetable
    opened_on: date
    areas: list[Word]
    organisation: Organisation | None = None
    team: Team | None = None
    slug: str = ""
    code: str = ""
    phase: Phase = Phase.GATHER


def open_workshop(draft: Draft) -> Workshop:
    with database.atomic():
        workshop = Workshop.create(
            slug=free_slug(draft),
            code=draft.code or free_code(),
            phase_set=draft.phase,
            organisation=draft.organisation,
            team=draft.team,
            opened_on=draft.opened_on,
            **asdict(draft.timetable),
        )
        _store_texts(workshop, draft.texts)
        for word in draft.areas:
            WorkshopArea.create(workshop=workshop, area=word.id)
    return workshop


def change_workshop(
    workshop: Workshop, texts: dict[str, Text], timetable: Timetable, team: Team | None
) -> None:
    """Change texts and timetable; the address and the code stay."""
    with database.atomic():
        Workshop.update(team=team, **asdict(timetable)).where(
            Workshop.id == workshop.id
        ).execute()
        _store_texts(workshop, texts)
        bump(changes_of(workshop.id))


def free_slug(draft: Draft) -> str:
    first = next(iter(draft.texts.values()))
    wanted = draft.slug or slugify(first.title)
    number, slug = 1, wanted
    while slug in RESERVED or Workshop.get_or_none(Workshop.slug == slug):
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def free_code() -> str:
    code = new_code()
    while by_code(code):
        code = new_code()
    return code


def set_phase(workshop: Workshop, phase: Phase) -> None:
    """Put the workshop in a phase, forward or back. What people wrote stays. From
    here on it moves by hand."""
    with database.atomic():
        Workshop.update(phase_set=phase, moves_by_date=False).where(
            Workshop.id == workshop.id
        ).execute()
        bump(changes_of(workshop.id))


def join(
    workshop: Workshop, *, nickname: str, voice: Voice, user: User | None = None
) -> tuple[Participant, str, str]:
    """A new seat in the workshop: the participant, the key their browser keeps,
    and the recovery code they are shown once."""
    key, recovery = secrets.token_urlsafe(KEY_BYTES), new_recovery()
    with database.atomic():
        bump(PEOPLE)
        participant = Participant.create(
            workshop=workshop,
            key_digest=digest(key),
            recovery_digest=digest(cleaned(recovery)),
            nickname=nickname,
            voice=voice,
            user=user,
        )
    return participant, key, recovery


def come_back(participant: Participant) -> str:
    """A new key for somebody who showed their recovery code; the old one ends."""
    key = secrets.token_urlsafe(KEY_BYTES)
    Participant.update(key_digest=digest(key)).where(
        Participant.id == participant.id
    ).execute()
    return key


def _store_texts(workshop: Workshop, texts: dict[str, Text]) -> None:
    gone = WorkshopText.language.not_in(list(texts))
    WorkshopText.delete().where(WorkshopText.workshop == workshop, gone).execute()
    for language, text in texts.items():
        key = {"workshop": workshop, "language": language}
        upsert(WorkshopText, key, **asdict(text))
    search.replace(KIND, workshop.id, entries([workshop.id]))
