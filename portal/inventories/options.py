"""The coded answers of a question, as they are kept: `code: words`, one a line."""

from collections.abc import Sequence

from portal.slugs import numbered
from portal.text import slugify

LONGEST_CODE = 40
DIVIDER = ": "
LEVELS = 4


def parsed(lines: str) -> dict[str, str]:
    """The words of each code, in their order."""
    pairs = (line.partition(DIVIDER) for line in lines.splitlines())
    return {code: words for code, divider, words in pairs if divider}


def composed(codes: Sequence[str], words: Sequence[str]) -> str:
    return "\n".join(
        f"{code}{DIVIDER}{word}" for code, word in zip(codes, words, strict=True)
    )


def codes_for(words: Sequence[str]) -> list[str]:
    """A code for each answer, made of its words; no two are the same."""
    codes: list[str] = []
    for word in words:
        codes.append(numbered(slugify(word)[: LONGEST_CODE - 4], codes))
    return codes


def level(position: int, count: int) -> int:
    """How full the shape of an answer is drawn: the first is full, the last empty."""
    if count < 2:  # noqa: PLR2004  one answer alone is full
        return LEVELS
    return round(LEVELS * (count - 1 - position) / (count - 1))
