"""A grid of answers, question by municipality: as it stands, or as it was kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from portal.directory.queries.names import in_language


@dataclass(frozen=True)
class Wording:
    """A question in one language; `options` are the words of each code."""

    words: str
    help: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """A question as it was put from the edition `since` on, `until` another edition or
    still."""

    id: int
    code: str
    since: int
    coded: bool
    texts: Mapping[str, Wording]
    practice: int | None = None
    until: int | None = None

    def text(self, language: str) -> tuple[Wording, str]:
        """Its words and the language these are in."""
        return in_language(self.texts, language)


@dataclass(frozen=True)
class Area:
    code: str
    labels: Mapping[str, str]


class Cell(NamedTuple):
    """What one area answers, and what is to become of it. An `earlier` one was given
    to the question as it was put before."""

    answer: int
    option: str
    words: str
    language: str
    held: bool
    verdict: str = ""
    reason: str = ""
    reason_language: str = ""
    earlier: bool = False

    @property
    def is_nothing(self) -> bool:
        """What was answered was taken away again; its mark is kept."""
        return not (self.option or self.words or self.held)


@dataclass(frozen=True)
class Grid:
    """`cells` are by the codes of the question and of the area."""

    edition: int
    questions: list[Question]
    areas: list[Area]
    cells: Mapping[tuple[str, str], Cell]

    def question(self, code: str) -> Question | None:
        return next((one for one in self.questions if one.code == code), None)

    def area(self, code: str) -> Area | None:
        return next((one for one in self.areas if one.code == code), None)


@dataclass(frozen=True)
class Whole:
    """The grid of what is asked now, and one for each question as it was put before."""

    now: Grid
    earlier: list[Grid]

    @property
    def gone(self) -> list[Question]:
        """What is not asked any more in any words."""
        return [one for one in self.before if self.now.question(one.code) is None]

    @property
    def before(self) -> list[Question]:
        return [one for grid in self.earlier for one in grid.questions]

    def of(self, question_id: int) -> tuple[Grid, Question] | None:
        """The grid in which a question stands."""
        grids = (self.now, *self.earlier)
        pairs = ((grid, one) for grid in grids for one in grid.questions)
        return next((pair for pair in pairs if pair[1].id == question_id), None)


def is_answered(question: Question, option: str, words: str) -> bool:
    """Words alone answer a question only where there are no options."""
    return bool(option or (words and not question.coded))
