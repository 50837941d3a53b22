"""Which tables the file holds. Every column of these goes along by itself, but for ids,
people, and the content of files; a model that is not here fails a test."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from peewee import AutoField, BlobField, Field, ForeignKeyField, Model

from portal.accounts.models import User
from portal.practices.models import (
    Application,
    ApplicationText,
    Experience,
    Mark,
    MarkText,
    Practice,
    PracticeAnswer,
    PracticeAuthor,
    PracticeFile,
    PracticeQuestion,
    PracticeReference,
    PracticeTag,
    PracticeText,
    PracticeVersion,
    StageChange,
    Suggestion,
    SuggestionState,
    TalkState,
)

READ_BY_A_MODERATOR: dict[type[Model], tuple[Any, ...]] = {
    Experience: (TalkState.PUBLISHED,),
    PracticeQuestion: (TalkState.PUBLISHED,),
    PracticeAnswer: (TalkState.PUBLISHED,),
    Suggestion: (
        SuggestionState.OFFERED,
        SuggestionState.TAKEN,
        SuggestionState.DECLINED,
    ),
}
"""Of these only what has passed a moderator goes along: what waits has no moderator
elsewhere, and what was hidden is to be forgotten."""
PLACES: dict[tuple[type[Model], str], str] = {
    (PracticeQuestion, "accepted"): "answers",
}
"""Columns that hold the id of one of the rows below: they go as its place there."""


@dataclass(frozen=True)
class Table:
    """`owner` is the column that holds the id of the row above it."""

    name: str
    model: type[Model]
    owner: str = ""
    parts: tuple["Table", ...] = ()

    @property
    def columns(self) -> list[Field]:
        """What goes along of a row, in the order of the model."""
        return [
            field
            for field in self.model._meta.sorted_fields  # noqa: SLF001
            if not isinstance(field, AutoField | BlobField)
            and getattr(field, "rel_model", None) is not User
            and field.name != self.owner
        ]

    @property
    def condition(self) -> Any:
        states = READ_BY_A_MODERATOR.get(self.model)
        return True if states is None else self.model.state.in_(states)  # type: ignore[attr-defined]

    def place_of(self, column: Field) -> str:
        """The part whose row the column tells of; most tell of none."""
        return PLACES.get((self.model, column.name), "")


LIBRARY = Table(
    "practices",
    Practice,
    parts=(
        Table("texts", PracticeText, "practice"),
        Table("versions", PracticeVersion, "practice"),
        Table("authors", PracticeAuthor, "practice"),
        Table("tags", PracticeTag, "practice"),
        Table("stage_changes", StageChange, "practice"),
        Table("marks", Mark, "practice", (Table("texts", MarkText, "mark"),)),
        Table("experiences", Experience, "practice"),
        Table(
            "applications",
            Application,
            "practice",
            (Table("texts", ApplicationText, "application"),),
        ),
        Table(
            "questions",
            PracticeQuestion,
            "practice",
            (Table("answers", PracticeAnswer, "question"),),
        ),
        Table("suggestions", Suggestion, "practice"),
        Table("files", PracticeFile, "practice"),
        Table("references", PracticeReference, "practice"),
    ),
)


def every(table: Table = LIBRARY) -> Iterator[Table]:
    yield table
    for part in table.parts:
        yield from every(part)


def table_name(table: Table) -> str:
    return str(table.model._meta.table_name)  # noqa: SLF001


def is_reference(column: Field) -> bool:
    return isinstance(column, ForeignKeyField)
