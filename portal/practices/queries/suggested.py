"""Suggested words beside those that were read when they were written, and those that
stand now."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from portal.db import tuples
from portal.differences import gone_and_come
from portal.practices.models import (
    Practice,
    PracticeText,
    PracticeVersion,
    Suggestion,
)
from portal.practices.snapshots import TEXTS
from portal.upkeep.snapshots import Snapshot


@dataclass(frozen=True)
class Stands:
    """The words of a practice as whoever suggests others read them, and as they stand
    now, at an edition."""

    base: Snapshot
    now: Snapshot
    edition: int


class Way(StrEnum):
    """Whether suggested words can be taken over: `met` are those under whose heading
    somebody has written otherwise meanwhile, `there` those that stand already."""

    OPEN = "open"
    MET = "met"
    THERE = "there"


@dataclass(frozen=True)
class Part:
    """One heading under which other words are suggested."""

    name: str
    base: str
    now: str
    wanted: str

    @property
    def heading(self) -> str:
        return self.name.split("/")[2]

    @property
    def way(self) -> Way:
        if self.now == self.wanted:
            return Way.THERE
        return Way.OPEN if self.now == self.base else Way.MET


def values_of(row: Any) -> Snapshot:
    found: Snapshot = json.loads(row.values or "{}")
    return found


def stands(found: Iterable[Suggestion]) -> dict[int, Stands]:
    """By the id of each suggestion. Two statements, however many."""
    given = list(found)
    ids = {row.practice for row in given}
    editions: dict[int, int] = {}
    now: dict[int, Snapshot] = defaultdict(dict)
    query: Any = PracticeText.select(PracticeText, Practice.id, Practice.edition).join(
        Practice
    )
    for text in query.where(PracticeText.practice.in_(ids)):
        number = text.practice.id
        editions[number] = text.practice.edition
        now[number] |= named(text)
    older = {
        (number, edition): snapshot
        for number, edition, snapshot in tuples(
            PracticeVersion.select(
                PracticeVersion.practice,
                PracticeVersion.edition,
                PracticeVersion.snapshot,
            ).where(
                PracticeVersion.practice.in_(ids),
                PracticeVersion.edition.in_({row.edition for row in given}),
            )
        )
    }
    return {
        row.id: Stands(
            base_of(row, now[row.practice], editions.get(row.practice, 0), older),
            now[row.practice],
            editions.get(row.practice, 0),
        )
        for row in given
    }


def named(text: PracticeText) -> Snapshot:
    return {f"text/{text.language}/{name}": getattr(text, name) for name in TEXTS}


def base_of(
    row: Suggestion, now: Snapshot, edition: int, older: dict[tuple[int, int], str]
) -> Snapshot:
    kept = older.get((row.practice, row.edition))
    if edition == row.edition or kept is None:
        return now
    found: Snapshot = json.loads(kept)
    return found


def parts(row: Suggestion, standing: Stands) -> list[Part]:
    """In the order of the headings."""
    wanted = values_of(row)
    names = [f"text/{row.language}/{name}" for name in TEXTS]
    return [
        Part(
            name, standing.base.get(name, ""), standing.now.get(name, ""), wanted[name]
        )
        for name in names
        if name in wanted
    ]


def new_words(row: Suggestion, suggested: Iterable[Part]) -> dict[str, str]:
    """Why, and the paragraphs that are new, by their headings."""
    come = {one.heading: gone_and_come(one.base, one.wanted)[1] for one in suggested}
    return {"why": row.why, **come}
