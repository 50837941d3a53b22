"""Practices side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from portal.directory.models import TextState
from portal.practices.headings import FACTS, HEADINGS
from portal.practices.models import PracticeText
from portal.practices.queries.likeness import TAGGED, sharing
from portal.practices.queries.listing import Row, in_order, rows_of
from portal.practices.queries.shelf import shelf

FEWEST, MOST = 2, 4
MOST_LIKE = 8


@dataclass(frozen=True)
class Column:
    """One practice with its texts by heading."""

    row: Row
    texts: dict[str, str]


@dataclass(frozen=True)
class Comparison:
    """`missing` are asked for and not there to be read; `left_out` are more than fit
    side by side; `like` are others that could be compared."""

    columns: list[Column]
    missing: list[str]
    left_out: list[Row]
    like: list[Row]

    @property
    def is_enough(self) -> bool:
        return len(self.columns) >= FEWEST

    @property
    def described(self) -> list[str]:
        """The headings of which at least one practice tells."""
        return [
            name
            for name in (*FACTS, *HEADINGS)
            if any(column.texts[name] for column in self.columns)
        ]


def comparison(slugs: Sequence[str], language: str) -> Comparison:
    """These practices in this order; with fewer than two, others like them."""
    rows = {row.slug: row for row in rows_of([], language, slugs).values()}
    found = [rows[slug] for slug in slugs if slug in rows]
    shown = found[:MOST]
    texts = texts_of(shown)
    enough = len(shown) >= FEWEST
    ids = [] if enough else alike([row.id for row in shown])
    return Comparison(
        [Column(row, texts[row.id]) for row in shown],
        [slug for slug in slugs if slug not in rows],
        found[MOST:],
        in_order(ids, rows_of(ids, language)) if ids else [],
    )


def texts_of(rows: Sequence[Row]) -> dict[int, dict[str, str]]:
    """What stands under each heading, in the language that the row is in."""
    spoken = {row.id: row.language for row in rows}
    found: dict[int, dict[str, str]] = {}
    columns = [getattr(PracticeText, name) for name in (*FACTS, *HEADINGS)]
    for text in PracticeText.select(
        PracticeText.practice, PracticeText.language, *columns
    ).where(
        PracticeText.practice.in_(list(spoken)),
        PracticeText.state == TextState.PUBLISHED,
    ):
        if text.language == spoken[text.practice]:
            found[text.practice] = {
                name: getattr(text, name) for name in (*FACTS, *HEADINGS)
            }
    return found


def alike(ids: Sequence[int]) -> list[int]:
    """Others that share most themes, needs and groups with these; the most used
    first where as much is shared."""
    kept = shelf()
    mine = np.isin(kept.ids, ids)
    codes = {
        facet: [c for c, fits in kept.tagged[facet].items() if (fits & mine).any()]
        for facet in TAGGED
    }
    shared = sharing(kept, codes)
    order = kept.most_used[~mine[kept.most_used]]
    order = order[np.argsort(-shared[order], kind="stable")]
    found: list[int] = kept.ids[order[:MOST_LIKE]].tolist()
    return found
