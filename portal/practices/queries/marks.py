"""The marks that somebody has set: those that stand, and those before them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from peewee import JOIN, fn

from portal.db import today, tuples
from portal.directory.queries.names import in_language, team_names
from portal.practices.expiry import expires_on, has_expired, last_set
from portal.practices.models import (
    KIND,
    Evidence,
    Lived,
    Mark,
    MarkSort,
    MarkText,
    Practice,
    PracticeReference,
    PracticeText,
)
from portal.practices.queries.beside import Beside, columns
from portal.practices.queries.texts import is_published, step, texts_of
from portal.search.queries import Name, names

MARKS = "mark"
SOON_DAYS = 90
VALUES: dict[MarkSort, type[Evidence | Lived]] = {
    MarkSort.EVIDENCE: Evidence,
    MarkSort.LIVED: Lived,
}
UNSET: dict[MarkSort, Evidence | Lived] = {
    MarkSort.EVIDENCE: Evidence.NONE,
    MarkSort.LIVED: Lived.NOT_ASKED,
}


@dataclass(frozen=True)
class SetMark:
    """A mark as somebody set it: `team` with the language of its name, `why` with its
    own; both may be missing."""

    sort: MarkSort
    value: Evidence | Lived
    set_on: date | None
    team: tuple[str, str] | None = None
    why: tuple[str, str] | None = None

    @property
    def is_set(self) -> bool:
        return self.value is not UNSET[self.sort]

    @property
    def expires_on(self) -> date | None:
        return expires_on(self.set_on) if self.set_on else None

    @property
    def expired(self) -> bool:
        return self.is_set and has_expired(self.set_on)

    @property
    def stands(self) -> Evidence | Lived:
        """What it is now; one that has expired is none."""
        if not self.expired:
            return self.value
        return UNSET[self.sort]

    @property
    def step(self) -> int:
        """How far up the ladder of evidence it stands, from 0 to 5."""
        return step(self.stands) if isinstance(self.stands, Evidence) else 0


def beside(practice: Any) -> Any:
    """The newest mark of each sort, with its texts."""
    newest = (
        Mark.select(fn.MAX(Mark.id))
        .where(Mark.practice == practice)
        .group_by(Mark.sort)
    )
    return (
        Mark.select(
            *columns(
                MARKS,
                id=Mark.id,
                code=Mark.sort,
                title=Mark.value,
                words=fn.COALESCE(MarkText.why, ""),
                language=fn.COALESCE(MarkText.language, ""),
                number=Mark.team,
                at=Mark.set_on,
            )
        )
        .join(MarkText, JOIN.LEFT_OUTER)
        .where(Mark.id.in_(newest))
    )


def shown(
    practice: Practice, found: Iterable[Beside], language: str
) -> dict[MarkSort, SetMark]:
    """The marks of a practice as its page tells them; why is told by the mark that set
    this value."""
    teams = team_names(language)
    why: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    by: dict[tuple[str, str], int | None] = {}
    for one in found:
        by[one.code, one.title] = one.number
        if one.words:
            why[one.code, one.title][one.language] = one.words
    first_by = {MarkSort.EVIDENCE: practice.evidence_by, MarkSort.LIVED: None}
    now = {
        MarkSort.EVIDENCE: (practice.evidence, practice.evidence_on),
        MarkSort.LIVED: (practice.lived, practice.lived_on),
    }
    return {
        sort: SetMark(
            sort,
            value,
            set_on,
            teams.get(by.get((sort, value)) or first_by[sort] or 0),
            in_language(texts, language) if (texts := why[sort, value]) else None,
        )
        for sort, (value, set_on) in now.items()
    }


def history(practice: Practice, language: str) -> list[SetMark]:
    """Every mark that was set, the newest first. Two statements."""
    teams = team_names(language)
    why: dict[int, dict[str, str]] = defaultdict(dict)
    marks = list(
        Mark.select().where(Mark.practice == practice.id).order_by(Mark.id.desc())
    )
    for mark, code, words in tuples(
        MarkText.select(MarkText.mark, MarkText.language, MarkText.why).where(
            MarkText.mark.in_([mark.id for mark in marks])
        )
    ):
        why[mark][code] = words
    return [
        SetMark(
            mark.sort,
            VALUES[mark.sort](mark.value),
            mark.set_on,
            teams.get(mark.team),
            in_language(why[mark.id], language) if mark.id in why else None,
        )
        for mark in marks
    ]


def grounds(practice: Practice) -> tuple[list[PracticeText], int]:
    """What a level of evidence stands on: the published texts, and how many
    references there are. Two statements."""
    references = PracticeReference.select().where(
        PracticeReference.practice == practice.id
    )
    return [*texts_of([practice.id])[practice.id].values()], references.count()


@dataclass(frozen=True)
class Due:
    """A mark that has expired, or will soon."""

    practice: Name
    mark: SetMark


def due(language: str, days: int = SOON_DAYS) -> list[Due]:
    """Marks of public practices that no longer stand, or will not in so many days,
    those of the earliest day first. Two statements."""
    found = list(Practice.select().where(_is_due(days)))
    called = names(KIND, [row.id for row in found], language) if found else {}
    last = today() + timedelta(days=days)
    marks = [
        Due(called[row.id], mark)
        for row in found
        for mark in shown(row, [], language).values()
        if row.id in called and mark.is_set and mark.expires_on
        if mark.expires_on <= last
    ]
    return sorted(marks, key=lambda one: (one.mark.set_on, one.practice.title))


def count_due(days: int = SOON_DAYS) -> int:
    """How many practices have such a mark. One statement."""
    return Practice.select().where(_is_due(days)).count()


def _is_due(days: int) -> Any:
    before = last_set(today() + timedelta(days=days))
    evidence = (Practice.evidence != Evidence.NONE) & (Practice.evidence_on <= before)
    lived = (Practice.lived != Lived.NOT_ASKED) & (Practice.lived_on <= before)
    return (evidence | lived) & is_published(Practice.id)
