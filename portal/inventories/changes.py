"""What differs between two grids: questions, answers, marks."""

from dataclasses import dataclass
from enum import StrEnum

from portal.inventories.grids import Area, Cell, Grid, Question
from portal.inventories.shown import label_of


class Asked(StrEnum):
    """What became of a question."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class Side:
    """An answer with its mark, on one side of a change."""

    question: Question
    cell: Cell | None

    @property
    def given(self) -> Cell | None:
        """What is answered to the question as it is put on this side."""
        return None if self.cell is None or self.cell.earlier else self.cell

    @property
    def said(self) -> tuple[object, ...]:
        if self.given is None:
            return ()
        return (self.given.option, "" if self.given.held else self.given.words)

    @property
    def marked(self) -> tuple[str, str]:
        return (self.given.verdict, self.given.reason) if self.given else ("", "")

    def label(self, language: str) -> str:
        return label_of(self.question, self.cell, language)


@dataclass(frozen=True)
class Change:
    area: Area
    before: Side
    after: Side

    @property
    def answer_changed(self) -> bool:
        return self.before.said != self.after.said

    @property
    def mark_changed(self) -> bool:
        return self.before.marked != self.after.marked


@dataclass(frozen=True)
class Changes:
    questions: list[tuple[Asked, Question]]
    answers: list[tuple[Question, list[Change]]]
    areas: list[Area]
    """Those that are there now and were not before."""

    def __bool__(self) -> bool:
        return bool(self.questions or self.answers or self.areas)


def between(before: Grid, after: Grid) -> Changes:
    """What changed from one to the other. Answers to a question that is put otherwise
    now are changes too."""
    known = {area.code for area in before.areas}
    answers = []
    for question in after.questions:
        earlier = before.question(question.code) or question
        found = [
            change
            for area in after.areas
            for key in [(question.code, area.code)]
            for change in [
                Change(
                    area,
                    Side(earlier, before.cells.get(key)),
                    Side(question, after.cells.get(key)),
                )
            ]
            if change.answer_changed or change.mark_changed
        ]
        if found:
            answers.append((question, found))
    return Changes(
        list(asked(before, after)),
        answers,
        [area for area in after.areas if area.code not in known],
    )


def asked(before: Grid, after: Grid) -> list[tuple[Asked, Question]]:
    found = []
    for question in after.questions:
        earlier = before.question(question.code)
        if earlier is None:
            found.append((Asked.NEW, question))
        elif is_otherwise(earlier, question):
            found.append((Asked.CHANGED, question))
    gone = [one for one in before.questions if after.question(one.code) is None]
    return found + [(Asked.GONE, question) for question in gone]


def is_otherwise(before: Question, after: Question) -> bool:
    """Whether it is put in other words; a language more is the same question."""
    return any(after.texts.get(code) != text for code, text in before.texts.items())
