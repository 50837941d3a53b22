from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, HiddenField, SelectField
from wtforms.validators import StopValidation

from portal.forms import BaseForm, Line, Text, at_most, one_of, options
from portal.i18n import language
from portal.pilots.actions.scores import Point, seen_score
from portal.pilots.forms.sheets import Sheet
from portal.pilots.records import Given, Record, Runner, Weight
from portal.screening.forms import no_identity_code
from portal.upkeep.notes import Note
from portal.web import request, tag

LONGEST_SOURCE = 1000
LONGEST_NOTE = 300
POINTS = {"": "–", **{str(points): str(points) for points in range(6)}}


def with_source(form: Form, field: Field) -> None:
    if field.data and not form["source"].data:
        form["source"].errors = [_("Tell what these points rest on")]
    was_given = form["pick_seen"].data not in {None, "", seen_score(None)}
    if not field.data and (form["source"].data or was_given):
        raise StopValidation(_("Give points from 0 to 5"))


class ScoreForm(BaseForm):
    """Points of one pilot by one criterion."""

    source = Text(_l("What it rests on"), [at_most(LONGEST_SOURCE), no_identity_code])
    pick_points = SelectField(
        _l("Points"),
        choices=options(POINTS),
        validate_choice=False,
        validators=[one_of(_l("Give points from 0 to 5")), with_source],
    )
    pick_seen = HiddenField()

    def validate(
        self, extra_validators: Mapping[str, Sequence[Any]] | None = None
    ) -> bool:
        """The source may be missed while the points are looked at."""
        return super().validate(extra_validators) and not self.source.errors

    @property
    def is_changed(self) -> bool:
        seen = self.pick_seen.data or seen_score(None)
        return tag(self.points, self.source.data or "") != seen

    @property
    def points(self) -> int | None:
        return int(self.pick_points.data) if self.pick_points.data else None


class NoteForm(BaseForm):
    """Why something that was decided is corrected."""

    note = Line(
        _l("What is corrected, and why"), [at_most(LONGEST_NOTE), no_identity_code]
    )

    needed = False

    def validate(
        self, extra_validators: Mapping[str, Sequence[Any]] | None = None
    ) -> bool:
        sound = super().validate(extra_validators)
        if self.needed and not self.note.data:
            self.note.errors = [_("Tell what is corrected, and why.")]
            return False
        return sound

    @property
    def said(self) -> Note:
        return Note(self.note.data or "", language())


@dataclass(frozen=True)
class Cell:
    """`theirs` is what somebody else gave meanwhile."""

    criterion: Weight
    runner: Runner
    form: ScoreForm
    there: Given | None
    theirs: Given | None = None

    @property
    def place(self) -> tuple[int, int]:
        return (self.criterion.id, self.runner.id)

    @property
    def point(self) -> Point | None:
        """What is given; None where it was emptied: points are not taken back."""
        points, source = self.form.points, self.form.source.data
        if points is None:
            return None
        same = self.there and self.there.source == source
        spoken = self.there.language if self.there and same else language()
        return Point(
            *self.place, Given(points, source, spoken), self.form.pick_seen.data or ""
        )


@dataclass(frozen=True)
class ScoreSheet(Sheet):
    cells: Mapping[tuple[int, int], Cell]
    note: NoteForm

    @property
    def changed(self) -> list[Cell]:
        return [cell for cell in self.cells.values() if cell.form.is_changed]


def sheet_of(record: Record, *, posted: bool) -> ScoreSheet:
    cells = {}
    for runner in record.runners:
        for criterion in record.criteria:
            there = record.scores.get((criterion.id, runner.id))
            prefix = f"s{criterion.id}x{runner.id}"
            given = {
                "pick_points": str(there.points) if there else "",
                "source": there.source if there else "",
                "pick_seen": seen_score(there),
            }
            sent = posted and f"{prefix}-pick_seen" in request.form
            form = ScoreForm(request.form if sent else None, prefix=prefix, data=given)
            cell = Cell(criterion, runner, form, there)
            cells[cell.place] = cell
    note = NoteForm(request.form if posted else None)
    note.needed = posted and record.is_decided
    forms = [cell.form for cell in cells.values()] + [note]
    return ScoreSheet(forms, cells, note)
