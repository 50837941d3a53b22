"""Practices with their texts, and how far these are written."""

from collections import defaultdict
from typing import Any

from peewee import fn

from portal.directory.models import TextState
from portal.practices.headings import HEADINGS
from portal.practices.models import Evidence, Practice, PracticeText

LADDER = (
    Evidence.DESCRIBED,
    Evidence.REASONED,
    Evidence.SOME,
    Evidence.MODERATE,
    Evidence.STRONG,
)


def practice(slug: str) -> Practice | None:
    return Practice.get_or_none(Practice.slug == slug)


def is_published(practice_id: Any) -> Any:
    """Of the practice with the id in this column: something of it is published."""
    return fn.EXISTS(
        PracticeText.select(PracticeText.id).where(
            PracticeText.practice == practice_id,
            PracticeText.state == TextState.PUBLISHED,
        )
    )


def texts_of(ids: list[int]) -> dict[int, dict[str, PracticeText]]:
    """What the public reads of these, by language; what has no published text is
    not there."""
    texts: dict[int, dict[str, PracticeText]] = defaultdict(dict)
    for text in PracticeText.select().where(
        PracticeText.practice.in_(ids), PracticeText.state == TextState.PUBLISHED
    ):
        texts[text.practice][text.language] = text
    return texts


def step(evidence: Evidence) -> int:
    """How far up the ladder of evidence, from 0 to 5."""
    return LADDER.index(evidence) + 1 if evidence in LADDER else 0


def completeness(text: PracticeText) -> tuple[int, int]:
    """How many of the headings are written, of how many."""
    return sum(bool(getattr(text, name)) for name in HEADINGS), len(HEADINGS)
