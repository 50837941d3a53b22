"""What is known of one municipality: which practices are used there, and which not."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from peewee import Value, fn

from portal.db import tuples
from portal.directory.queries.shelf import EVERYWHERE
from portal.practices.models import KIND, Application, Practice, Use
from portal.practices.queries.applications import (
    LIVELIEST,
    Applied,
    applications,
    of_public,
)
from portal.practices.queries.texts import is_published
from portal.search.queries import Name, names
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Word, vocabulary

MOST_KNOWN, MOST_UNKNOWN = 50, 12
"""Practices that are named of each state, and of those of which nothing is known."""


@dataclass(frozen=True)
class Local:
    """By state, the first applications, each with its practice, and how many there
    are; `unknown` are the newest of `unknown_count` practices of which nobody has told
    here."""

    area: Word
    known: dict[Use, list[tuple[Name, Applied]]]
    counts: Counter[Use]
    unknown: list[Name]
    unknown_count: int


def local(area: Word, language: str) -> Local:
    """Four statements."""
    whole = vocabulary().of(Scheme.AREA).get(EVERYWHERE, area)
    here = Application.area.in_({area.id, whole.id})
    shown = here & of_public()
    counts = Counter(dict(tuples(counted(shown))))
    first = applications(Application.id.in_(first_of_each(shown)), language)
    newest, count = not_told_of(here)
    called = names(KIND, [*(one.practice for one in first), *newest], language)
    return Local(
        area,
        {
            state: [
                (called[one.practice], one)
                for one in first
                if one.state is state and one.practice in called
            ]
            for state in LIVELIEST
        },
        counts,
        [called[key] for key in newest if key in called],
        count,
    )


def counted(shown: Any) -> Any:
    """How many applications there are in each state."""
    return (
        Application.select(Application.state, fn.COUNT(Application.id))
        .where(shown)
        .group_by(Application.state)
    )


def first_of_each(shown: Any) -> Any:
    """The ids of those applications that are named, of each state."""
    began = [Application.since.is_null(), Application.since, Application.id]
    place = fn.ROW_NUMBER().over(partition_by=[Application.state], order_by=began)
    placed = Application.select(Application.id, place.alias("place")).where(shown)
    return placed.select_from(placed.c.id).where(placed.c.place <= MOST_KNOWN)


def not_told_of(here: Any) -> tuple[list[int], int]:
    """Public practices without such an application: the newest, and how many."""
    told = Application.select(Application.practice).where(here)
    newest = tuples(
        Practice.select(Practice.id, fn.COUNT(Value(1)).over())
        .where(is_published(Practice.id), Practice.id.not_in(told))
        .order_by(Practice.updated_at.desc(), Practice.id)
        .limit(MOST_UNKNOWN)
    )
    return [key for key, _count in newest], newest[0][1] if newest else 0
