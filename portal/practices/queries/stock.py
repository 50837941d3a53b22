"""What is public of every practice, read in two statements as rows of numbers."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np
from peewee import Case, Value, fn

from portal.db import bare
from portal.i18n import LANGUAGES
from portal.practices.expiry import last_set
from portal.practices.models import (
    KIND,
    Application,
    Evidence,
    Practice,
    PracticeTag,
    Stage,
    Use,
)
from portal.search.models import Entry


class Sort(StrEnum):
    """What a practice is told to have, in the second statement."""

    TERM = "term"
    IN_USE = "in-use"
    ON_TRIAL = "on-trial"
    LANGUAGES = "languages"


EXPIRED = "expired"
"""The evidence of a practice whose mark no longer stands."""
MOMENT = 26
"""The letters of a moment, to the millionth of a second."""
KEPT = np.dtype(
    [
        ("id", "i8"),
        ("stage", "i1"),
        ("evidence", "i1"),
        ("published", f"S{MOMENT}"),
        ("changed", f"S{MOMENT}"),
    ]
)
TOLD = np.dtype([("id", "i8"), ("sort", "i1"), ("value", "i4")])
SORTS = {sort: number for number, sort in enumerate(Sort)}
STAGES = {stage.value: number for number, stage in enumerate(Stage)}
LEVELS = {
    level: number
    for number, level in enumerate([*(one.value for one in Evidence), EXPIRED])
}
SPOKEN = {code: 1 << number for number, code in enumerate(LANGUAGES)}
"""Each language as one bit of a number."""


def kept_rows(day: date) -> Iterator[tuple[Any, ...]]:
    last = last_set(day)
    for key, stage, evidence, is_old, published, updated in bare(
        Practice.select(
            Practice.id,
            Practice.stage,
            Practice.evidence,
            (Practice.evidence != Evidence.NONE) & (Practice.evidence_on <= last),
            Practice.published_at,
            Practice.updated_at,
        ).order_by(Practice.id)
    ):
        level = LEVELS[EXPIRED if is_old else evidence]
        first, last_time = str(published or ""), str(updated)
        yield key, STAGES[stage], level, first, max(first, last_time)


def told_rows() -> Iterator[tuple[Any, ...]]:
    """Tags, places of use, each once, and languages: what search knows of is published,
    and its index is narrow where texts are long."""
    states = [(Use.IN_USE, SORTS[Sort.IN_USE])]
    spoken = Case(Entry.language, list(SPOKEN.items()), 0)
    tags = PracticeTag.select(
        PracticeTag.practice, Value(SORTS[Sort.TERM]), PracticeTag.term
    )
    uses = (
        Application.select(
            Application.practice,
            Case(Application.state, states, SORTS[Sort.ON_TRIAL]),
            Application.area,
        )
        .where(Application.state.in_([Use.IN_USE, Use.ON_TRIAL]))
        .distinct()
    )
    texts = (
        Entry.select(Entry.item_id, Value(SORTS[Sort.LANGUAGES]), fn.SUM(spoken))
        .where(Entry.kind == KIND)
        .group_by(Entry.item_id)
    )
    return bare(tags + uses + texts)
