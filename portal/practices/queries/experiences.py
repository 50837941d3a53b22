"""What people with lived experience say of a practice, as others may read it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from portal.db import local_day, tuples
from portal.practices.models import Experience, Lived, Practice, TalkState
from portal.practices.queries.beside import Beside, columns
from portal.practices.tally import Sums, Told, sums
from portal.screening.screen import tells_danger
from portal.suppression import LEAST

COUNTED, TEXTS = "counted", "experience"
NEWEST_FIRST = (Experience.written_at.desc(), Experience.id.desc())


def counted(practice: Any) -> Any:
    """How many people were last counted with each verdict."""
    return (
        Experience.select(
            *columns(
                COUNTED,
                code=Experience.counted,
                number=fn.SUM(Experience.counted_people),
            )
        )
        .where(Experience.practice == practice, Experience.counted.is_null(False))
        .group_by(Experience.counted)
    )


def texts(practice: Any) -> Any:
    """How many texts can be read."""
    return Experience.select(*columns(TEXTS, number=fn.COUNT(Experience.id))).where(
        Experience.practice == practice, Experience.state == TalkState.PUBLISHED
    )


def sums_of(found: Iterable[Beside]) -> Sums[Lived]:
    return sums(Counter({Lived(one.code): one.number or 0 for one in found}))


def told_of(practice_id: int) -> list[Told]:
    """One statement."""
    return [
        Told(
            row.people,
            row.verdict if row.state is TalkState.PUBLISHED else None,
            row.counted_people,
            row.counted,
        )
        for row in Experience.select().where(Experience.practice == practice_id)
    ]


@dataclass(frozen=True)
class Said:
    """A text without who wrote it, which verdict it came with, or the day; `people` of
    a panel that is large enough to be told."""

    id: int
    helped: str
    hurt: str
    language: str
    month: date
    people: int | None


@dataclass(frozen=True)
class Own:
    """What the visitor has told, for themselves or for a panel."""

    row: Experience
    mine = True

    @property
    def worries(self) -> bool:
        """Whether it waits and tells of danger."""
        waits = self.row.state is TalkState.WAITING
        return waits and tells_danger(self.row.helped, self.row.hurt)


@dataclass(frozen=True)
class Experiences:
    said: list[Said]
    sums: Sums[Lived]
    own: list[Own]

    @property
    def has_told(self) -> bool:
        """Whether who looks has told for themselves."""
        return any(own.row.people == 1 for own in self.own)


def experiences(practice: Practice, user: Any) -> Experiences:
    """What is public, and what who looks has told. One statement."""
    rows: list[Any] = list(
        Experience.select()
        .where(Experience.practice == practice.id)
        .order_by(*NEWEST_FIRST)
    )
    people: Counter[Lived] = Counter()
    for row in rows:
        if row.counted:
            people[row.counted] += row.counted_people
    me = user.id if user.is_authenticated else 0
    return Experiences(
        [said(row) for row in rows if row.state is TalkState.PUBLISHED],
        sums(people),
        [Own(row) for row in rows if row.author_id == me],
    )


def said(row: Any) -> Said:
    return Said(
        row.id,
        row.helped,
        row.hurt,
        row.language,
        local_day(row.written_at).replace(day=1),
        row.people if row.people >= LEAST else None,
    )


def page_with(practice: Practice, number: int, size: int) -> int:
    """Which page of what is public one stands on, the first if on none. One
    statement."""
    ids = tuples(
        Experience.select(Experience.id)
        .where(
            Experience.practice == practice.id,
            Experience.state == TalkState.PUBLISHED,
        )
        .order_by(*NEWEST_FIRST)
    )
    places = {key: place for place, (key,) in enumerate(ids)}
    return places.get(number, 0) // size + 1


def own_experience(practice: Practice, number: int, me: int) -> Own | None:
    """One that who looks has told of this practice."""
    row = Experience.get_or_none(
        Experience.id == number,
        Experience.practice == practice.id,
        Experience.author == me,
    )
    return Own(row) if row else None


def people_who_told(practice: Practice) -> int:
    """How many people's words are public."""
    people = Experience.select(fn.SUM(Experience.people)).where(
        Experience.practice == practice.id, Experience.state == TalkState.PUBLISHED
    )
    return people.scalar() or 0
