"""A workshop as its visitor sees it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from peewee import JOIN, Expression

from portal.db import ask_versions, today, tuples
from portal.directory.models import CHANGES
from portal.directory.queries.names import in_language, team_names
from portal.moderation.queries.rules import RULES
from portal.search.queries import Name, related
from portal.vocabulary.queries import CHANGES as VOCABULARY
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

Texts = dict[str, WorkshopText]
"""What a workshop says, by language."""
Teams = dict[int, tuple[str, str]]
Told = tuple[Workshop, WorkshopText, bool, list[str], tuple[str, str] | None]


@dataclass(frozen=True)
class Board:
    """A workshop as its visitor sees it. `me` is the visitor's seat in it."""

    workshop: Workshop
    text: WorkshopText
    missing: bool
    languages: list[str]
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


@dataclass(frozen=True)
class Listed(Board):
    """A workshop with the areas that it is about."""

    areas: list[Word]


def changes_of(workshop_id: int) -> str:
    return f"workshop:{workshop_id}"


def under_way() -> Expression:
    """Of a workshop: it is not yet being answered."""
    ended = Workshop.moves_by_date & (Workshop.vote_until < today())
    return (Workshop.phase_set != Phase.ANSWER) & ~ended


def in_public() -> Expression:
    """Of a workshop: anybody may know of it and read it."""
    return Workshop.entry != Entry.INVITED


def board(slug: str, language: str, key: str = "") -> Listed | None:
    """A workshop and the seat that `key` opens in it."""
    workshop = Workshop.get_or_none(Workshop.slug == slug)
    return boards([workshop], language, key)[0] if workshop else None


def board_by_id(workshop_id: int, language: str, key: str = "") -> Listed | None:
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
) -> list[Listed]:
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


def boards(found: list[Workshop], language: str, key: str = "") -> list[Listed]:
    words = vocabulary().words
    ids = [workshop.id for workshop in found]
    texts: dict[int, Texts] = defaultdict(dict)
    for text in WorkshopText.select().where(WorkshopText.workshop.in_(ids)):
        texts[text.workshop][text.language] = text
    areas: dict[int, list[Word]] = defaultdict(list)
    for workshop_id, term_id in tuples(
        WorkshopArea.select(WorkshopArea.workshop, WorkshopArea.area).where(
            WorkshopArea.workshop.in_(ids)
        )
    ):
        areas[workshop_id].append(words[term_id])
    me = seat(key) if key else None
    teams = team_names(language)
    return [
        Listed(
            *told(workshop, texts[workshop.id], teams, language),
            me=me if me and me.workshop == workshop.id else None,
            areas=areas[workshop.id],
        )
        for workshop in found
    ]


def board_at_once(slug: str, language: str, keys: Iterable[str]) -> Board | None:
    """A workshop with the seat that one of these keys opens in it, and with the
    versions that its board is kept by: a page that many look at asks for little."""
    digests = [digest(key) for key in keys]
    opened = (Participant.workshop == Workshop.id) & Participant.key_digest.in_(digests)
    found = list(
        WorkshopText.select(WorkshopText, Workshop, Participant)
        .join(Workshop)
        .join(Participant, JOIN.LEFT_OUTER, on=opened, attr="seat")
        .where(Workshop.slug == slug)
    )
    if not found:
        return None
    workshop = found[0].workshop
    ask_versions(VOCABULARY, CHANGES, RULES, changes_of(workshop.id))
    texts = {text.language: text for text in found}
    me = getattr(workshop, "seat", None)
    return Board(*told(workshop, texts, team_names(language), language), me=me)


def told(workshop: Workshop, texts: Texts, teams: Teams, language: str) -> Told:
    """What a board says of a workshop to whoever reads this language."""
    text, spoken = in_language(texts, language)
    others = [code for code in texts if code != spoken]
    return workshop, text, spoken != language, others, teams.get(workshop.team)


def around(found: Board, language: str) -> dict[str, list[Name]]:
    """The services a workshop is about, and the threads that lead through it."""
    return related(KIND, found.id, ("service", "thread"), language)
