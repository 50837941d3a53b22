"""The sentences that screening is measured by."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from portal.screening.findings import Sort

DATA = Path(__file__).parent / "data"
HALVES = ("tuned", "held_out")
LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True)
class Sentence:
    text: str
    language: str
    expected: frozenset[Sort]


def sentences(half: str) -> list[Sentence]:
    read = tomllib.loads((DATA / f"{half}.toml").read_text(encoding="utf-8"))
    return [
        Sentence(text, language, frozenset(Sort(name) for name in sorts))
        for language in LANGUAGES
        for text, sorts in (
            read[language]["found"] | dict.fromkeys(read[language]["harmless"], ())
        ).items()
    ]
