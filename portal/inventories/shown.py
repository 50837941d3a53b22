"""A grid as it is read: each answer as a few words and a shape, in one language."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from portal.inventories.grids import Area, Cell, Grid, Question, Wording
from portal.inventories.labels import HELD, UNANSWERED, UNKNOWN, VERDICTS
from portal.inventories.models import NOT_KNOWN
from portal.inventories.options import level

LONGEST_EXCERPT = 60


class Told(NamedTuple):
    """One cell. `look` names the shape beside `label`; `spoken` is the language of a
    label in the writer's own words; `words` are empty where they are held back."""

    answer: int
    look: str
    label: str
    spoken: str = ""
    words: str = ""
    language: str = ""
    held: bool = False
    verdict: str = ""
    mark: str = ""
    reason: str = ""
    reason_language: str = ""
    earlier: bool = False


class Row(NamedTuple):
    question: Question
    text: Wording
    spoken: str
    cells: list[Told]


@dataclass(frozen=True)
class Tally:
    """How many cells there are, and how many of each sort."""

    cells: int
    unknown: int
    none: int

    @property
    def answered(self) -> int:
        return self.cells - self.unknown - self.none


@dataclass(frozen=True)
class Reading:
    """What one reader sees. A `keeper` reads words that are held, where they are kept,
    too."""

    grid: Grid
    language: str
    keeper: bool

    @property
    def areas(self) -> list[Area]:
        return self.grid.areas

    def rows(self, areas: Iterable[Area] | None = None) -> list[Row]:
        """Every question with the answers of these areas, or of all."""
        codes = [area.code for area in (self.areas if areas is None else areas)]
        return [self.row(question, codes) for question in self.grid.questions]

    def tally(self, rows: Iterable[Row]) -> Tally:
        looks = Counter(told.look for row in rows for told in row.cells)
        return Tally(looks.total(), looks["is-unknown"], looks["is-none"])

    def held(self) -> list[tuple[Question, Area, int]]:
        """What a keeper is to read before others do, by question and area."""
        cells = self.grid.cells if self.keeper else {}
        return [
            (question, area, cell.answer)
            for question in self.grid.questions
            for area in self.areas
            for cell in [cells.get((question.code, area.code))]
            if cell and cell.held
        ]

    def row(self, question: Question, codes: list[str]) -> Row:
        text, spoken = question.text(self.language)
        looks = option_looks(text)
        verdicts = {one.value: str(label) for one, label in VERDICTS.items()}
        nothing = Told(0, "is-none", str(UNANSWERED))
        unknown, held_back = str(UNKNOWN), str(HELD)
        cells, code = self.grid.cells, question.code
        told = []
        for area in codes:
            cell = cells.get((code, area))
            if cell is None:
                told.append(nothing)
                continue
            if cell.earlier:
                told.append(nothing._replace(answer=cell.answer, earlier=True))
                continue
            hidden = cell.held and not (self.keeper and cell.words)
            words = "" if hidden else cell.words
            look, label, in_words = "is-words", excerpt(words), ""
            if cell.option == NOT_KNOWN:
                look, label = "is-unknown", unknown
            elif cell.option:
                look, label = looks.get(cell.option, ("is-words", cell.option))
            elif cell.is_nothing:
                look, label = nothing.look, nothing.label
            elif hidden:
                label = held_back
            elif cell.language != self.language:
                in_words = cell.language
            told.append(
                Told(
                    cell.answer,
                    look,
                    label,
                    in_words,
                    words,
                    cell.language,
                    cell.held,
                    cell.verdict,
                    verdicts.get(cell.verdict, ""),
                    cell.reason,
                    cell.reason_language,
                )
            )
        return Row(question, text, spoken, told)


def option_looks(text: Wording) -> dict[str, tuple[str, str]]:
    """The shape and the words of each coded answer."""
    count = len(text.options)
    return {
        code: (f"is-{level(position, count)}", words)
        for position, (code, words) in enumerate(text.options.items())
    }


def excerpt(words: str) -> str:
    line = " ".join(words.split())
    if len(line) <= LONGEST_EXCERPT:
        return line
    return f"{line[:LONGEST_EXCERPT].rsplit(' ', 1)[0]} …"


def label_of(question: Question, cell: Cell | None, language: str) -> str:
    """An answer in words alone, for tables and lists of changes."""
    if cell is None or cell.earlier or cell.is_nothing:
        return str(UNANSWERED)
    if cell.option == NOT_KNOWN:
        return str(UNKNOWN)
    return question.text(language)[0].options.get(cell.option, "")
