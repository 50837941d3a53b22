"""What was found in one text, so that no two overlap."""

from collections.abc import Iterable
from typing import NamedTuple

from portal.screening.findings import Sort

WORD = 4  # signs of the shortest piece that says something
RANKS = {sort: rank for rank, sort in enumerate(Sort)}


class Stretch(NamedTuple):
    sort: Sort
    start: int
    end: int


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """One that overlaps with another takes it in; which sort is left, the order of
    the sorts says. A sign of danger is never lost: it keeps what no other covers, and
    where all is covered, it stands instead."""
    found = set(stretches)
    kept = joined(one for one in found if one.sort is not Sort.DANGER)
    for danger in joined(one for one in found if one.sort is Sort.DANGER):
        if left := pieces(danger, kept):
            kept += left
        else:
            kept = [one for one in kept if not overlap(one, danger)] + [danger]
    return sorted(kept, key=lambda one: one.start)


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    kept: list[Stretch] = []
    for one in sorted(stretches, key=lambda one: (one.start, one.end)):
        if kept and one.start < kept[-1].end:
            last = kept.pop()
            sort = min(last.sort, one.sort, key=RANKS.__getitem__)
            kept.append(Stretch(sort, last.start, max(last.end, one.end)))
        else:
            kept.append(one)
    return kept


def pieces(danger: Stretch, others: list[Stretch]) -> list[Stretch]:
    left, start = [], danger.start
    for other in sorted(others, key=lambda one: one.start):
        if overlap(other, danger):
            left.append((start, other.start))
            start = other.end
    left.append((start, danger.end))
    return [Stretch(Sort.DANGER, a, b) for a, b in left if b - a >= WORD]


def overlap(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end
