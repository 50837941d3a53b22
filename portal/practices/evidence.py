"""What must be there before a level of evidence can be set. Cumulative, as in Kasvun
tuki: no level without the ones before it. This knows no database."""

from collections.abc import Iterable, Mapping

from portal.practices.models import Evidence

DESCRIBED = ("problem", "audience", "how", "core")
REASONED = (*DESCRIBED, "change", "indicators")
SHOWN = (*REASONED, "results")
HEADINGS: Mapping[Evidence, tuple[str, ...]] = {
    Evidence.DESCRIBED: DESCRIBED,
    Evidence.REASONED: REASONED,
    Evidence.SOME: SHOWN,
    Evidence.MODERATE: SHOWN,
    Evidence.STRONG: SHOWN,
    Evidence.NO_EFFECT: ("results",),
    Evidence.HARM: ("results",),
}
REFERENCES = {
    Evidence.REASONED: 1,
    Evidence.SOME: 1,
    Evidence.MODERATE: 2,
    Evidence.STRONG: 3,
}


def unwritten(level: Evidence, texts: Iterable[object]) -> list[str]:
    """The headings that this level lacks in the fullest of the published texts."""
    needed = HEADINGS.get(level, ())
    lacks = [[name for name in needed if not getattr(text, name)] for text in texts]
    return min(lacks, key=len, default=list(needed))


def references_lacking(level: Evidence, references: int) -> int:
    return max(REFERENCES.get(level, 0) - references, 0)
