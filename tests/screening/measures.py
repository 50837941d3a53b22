"""How well screening tells sentences apart: precision and recall."""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.screening.findings import Sort
from portal.screening.screen import screen
from tests.screening.sentences import Sentence


@dataclass(frozen=True)
class Figures:
    """Sentences with a sort that were found, that were not, and false alarms."""

    found: int = 0
    missed: int = 0
    false: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.found + other.found,
            self.missed + other.missed,
            self.false + other.false,
        )

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.false) if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found else 0.0


def found_in(sentence: Sentence) -> frozenset[Sort]:
    findings = screen({"text": sentence.text}, sentence.language)
    return frozenset(finding.sort for finding in findings)


def figures(sentences: Iterable[Sentence]) -> dict[tuple[Sort, str], Figures]:
    """By sort and language."""
    counted: dict[tuple[Sort, str], Figures] = {}
    for sentence in sentences:
        found = found_in(sentence)
        for sort in Sort:
            expected, there = sort in sentence.expected, sort in found
            one = Figures(expected and there, expected and not there, there > expected)
            key = (sort, sentence.language)
            counted[key] = counted.get(key, Figures()) + one
    return counted


def total(figures: Iterable[Figures]) -> Figures:
    return sum(figures, Figures())
