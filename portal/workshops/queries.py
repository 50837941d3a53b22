"""Workshops, as lists and as their cover."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from peewee import Expression, fn

from portal.db import today, tuples
from portal.directory.queries.names import in_language, team_names
from portal.search.queries import Name, related
from portal.vocabulary.queries import Word, vocabulary
from portal.workshops.models import (
    Facilitator,
    Participant,
    Phase,
    Workshop,
    WorkshopArea,
    WorkshopText,
)

KIND = "workshop"


@dataclass(frozen=True)
class Board:
    """A workshop as its visitor sees it. `me` is the visitor's seat in it."""

    workshop: Workshop
    text: WorkshopText
    missing: bool
    languages: list[str]
    areas: list[Word]
    team: tuple[str, str] | None
    me: Participant | None

    @property
    def id(self) -> int:
        return int(self.workshop.id)

    @property
    def slug(self) -> str:
        return str(self.workshop.slug)

    @property
    def phase(self) -> Phase:
        return Phase(self.workshop.phase)

    @property
    def facilitators(self) -> set[int]:
        """The users who run it. Asked only of those who hold the role."""
        these = Facilitator.workshop == self.id
        return {
            user
            for (user,) in tuples(Facilitator.select(Facilitator.user).where(these))
        }

    @property
    def changes(self) -> str:
        """The name under which changes to the board are counted."""
        return changes_of(self.id)


def changes_of(workshop_id: int) -> str:
    return f"workshop:{workshop_id}"


def digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def under_way() -> Expression:
    """Of a workshop: it is not yet being answered."""
    ended = Workshop.moves_by_date & (Workshop.vote_until < today())
    return (Workshop.phase_set != Phase.ANSWER) & ~ended


def board(slug: str, language: str, key: str = "") -> Board | None:
    """A workshop and the seat that `key` opens in it."""
    workshop = Workshop.get_or_none(Workshop.slug == slug)
    return boards([workshop], language, key)[0] if workshop else None


def board_by_id(workshop_id: int, language: str, key: str = "") -> Board | None:
    workshop = Workshop.get_or_none(Workshop.id == workshop_id)
    return boards([workshop], language, key)[0] if workshop else None


def slug_of(workshop_id: int) -> str | None:
    return Workshop.select(Workshop.slug).where(Workshop.id == workshop_id).scalar()


def id_of(slug: str) -> int | None:
    return Workshop.select(Workshop.id).where(Workshop.slug == slug).scalar()


def by_code(code: str) -> Workshop | None:
    return Workshop.get_or_none(Workshop.code == code)


def listing(language: str) -> list[Board]:
    """Every workshop, the ones that end first before the others."""
    every = Workshop.select().order_by(Workshop.answer_until, Workshop.slug)
    return boards(list(every), language)


def boards(found: list[Workshop], language: str, key: str = "") -> list[Board]:
    words = vocabulary().words
    ids = [workshop.id for workshop in found]
    texts: dict[int, dict[str, WorkshopText]] = defaultdict(dict)
    for text in WorkshopText.select().where(WorkshopText.workshop.in_(ids)):
        texts[text.workshop][text.language] = text
    areas: dict[int, list[Word]] = defaultdict(list)
    for workshop_id, term_id in tuples(
        WorkshopArea.select(WorkshopArea.workshop, WorkshopArea.area).where(
            WorkshopArea.workshop.in_(ids)
        )
    ):
        areas[workshop_id].append(words[term_id])
    teams = team_names(language)
    me = seat(key) if key else None
    return [
        Board(
            workshop=workshop,
            text=(chosen := in_language(texts[workshop.id], language))[0],
            missing=chosen[1] != language,
            languages=[code for code in texts[workshop.id] if code != chosen[1]],
            areas=areas[workshop.id],
            team=teams.get(workshop.team),
            me=me if me and me.workshop == workshop.id else None,
        )
        for workshop in found
    ]


def seat(key: str) -> Participant | None:
    return Participant.get_or_none(Participant.key_digest == digest(key))


def by_recovery(code: str) -> Participant | None:
    return Participant.get_or_none(Participant.recovery_digest == digest(code))


def texts(workshop_id: int) -> dict[str, WorkshopText]:
    found = WorkshopText.select().where(WorkshopText.workshop == workshop_id)
    return {text.language: text for text in found}


def participants(ids: Iterable[int]) -> dict[int, int]:
    """How many people have joined each of these workshops."""
    found = tuples(
        Participant.select(Participant.workshop, fn.COUNT(Participant.id))
        .where(Participant.workshop.in_(list(ids)))
        .group_by(Participant.workshop)
    )
    return defaultdict(int, found)


def services(found: Board, language: str) -> list[Name]:
    return related(KIND, found.id, ("service",), language)["service"]
