"""The lock of a selection: a text that anybody can write anew, and its hash. This knows
no database. docs/selection-record.md tells how to check it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from portal.i18n import LANGUAGES

FIRST_LINE = "verstas selection 1"
WHOLE = 100
"""What the weights make together."""


@dataclass(frozen=True)
class Weighed:
    """A criterion: its weight in per cent, and its words by language."""

    weight: int
    words: Mapping[str, str]


def locked_text(slug: str, pilots: Iterable[str], criteria: Iterable[Weighed]) -> str:
    """All that is locked, one thing a line, every line with a line feed at its end."""
    lines = [FIRST_LINE, f"selection: {slug}"]
    lines += [f"pilot: {pilot}" for pilot in sorted(pilots)]
    for number, criterion in enumerate(criteria, 1):
        lines.append(f"criterion {number}: {criterion.weight} %")
        lines += [
            f"{code}: {' '.join(criterion.words[code].split())}"
            for code in LANGUAGES
            if code in criterion.words
        ]
    return "".join(f"{line}\n" for line in lines)


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, in lower-case hexadecimal digits."""
    return sha256(text.encode()).hexdigest()
