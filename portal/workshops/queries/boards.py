"""A workshop as its visitor sees it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from peewee import Expression

from portal.db import today, tuples
from portal.directory.queries.names import in_language, team_names
from portal.search.queries import Name, related
from portal.vocabulary.queries import Word, vocabulary
from portal.workshops.models import (
    Entry,
    Facilitator,
    Participant,
    Phase,
    Workshop,
    WorkshopArea,
    WorkshopText,
)
from portal.workshops.queries.people import digest, seat

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
    def entry(self) -> Entry:
        return Entry(self.workshop.entry)

    @cached_property
    def facilitators(self) -> frozenset[int]:
        """The users who run it. Asked only of those who hold the role."""
        these = Facilitator.workshop == self.id
        rows = tuples(Facilitator.select(Facilitator.user).where(these))
        return frozenset(user for (user,) in rows)

    @property
    def changes(self) -> str:
        """The name under which changes to the board are counted."""
        return changes_of(self.id)


def changes_of(workshop_id: int) -> str:
    return f"workshop:{workshop_id}"


def under_way() -> Expression:
    """Of a workshop: it is not yet being answered."""
    ended = Workshop.moves_by_date & (Workshop.vote_until < today())
    return (Workshop.phase_set != Phase.ANSWER) & ~ended


def in_public() -> Expression:
    """Of a workshop: anybody may know of it and read it."""
    return Workshop.entry != Entry.INVITED


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


def listing(
    language: str,
    keys: Iterable[str] = (),
    run: Iterable[int] = (),
    *,
    every: bool = False,
) -> list[Board]:
    """The workshops that the holder of these seats, who runs those with the ids
    `run`, may know of, or every one; the ones that end first come first."""
    visible = in_public() | Workshop.id.in_(list(run))
    digests = [digest(key) for key in keys]
    if digests:
        mine = Participant.select(Participant.workshop).where(
            Participant.key_digest.in_(digests)
        )
        visible |= Workshop.id.in_(mine)
    found = Workshop.select().order_by(Workshop.answer_until, Workshop.slug)
    return boards(list(found if every else found.where(visible)), language)


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


def services(found: Board, language: str) -> list[Name]:
    return related(KIND, found.id, ("service",), language)["service"]
