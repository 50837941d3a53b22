from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, HiddenField, RadioField
from wtforms.validators import StopValidation

from portal.db import local_day, today
from portal.forms import BaseForm, Line, Text, at_most, one_of, options, required
from portal.i18n import LANGUAGES
from portal.pilots.actions.decisions import Ruling, Verdict, seen_of
from portal.pilots.forms.scores import NoteForm
from portal.pilots.forms.sheets import Sheet
from portal.pilots.models import Choice
from portal.pilots.records import Record, Runner
from portal.pilots.selection_labels import CHOICES
from portal.screening.forms import no_identity_code
from portal.web import request
from portal.workshops.forms import Day

LONGEST_BODY = 200
LONGEST_TEXT = 4000
SAFE = [at_most(LONGEST_TEXT), no_identity_code]


def reasoned(form: Form, field: Field) -> None:
    """The first language asks for a reason if no language has one."""
    names = [f"reason_{code}" for code in LANGUAGES]
    if field.short_name == names[0] and not any(form[name].data for name in names):
        raise StopValidation(_("Write the reason in one language at least"))


class VerdictForm(BaseForm):
    """What becomes of one pilot, and why."""

    pick_choice = RadioField(
        _l("What becomes of this pilot?"),
        choices=options(CHOICES),
        validate_choice=False,
        validators=[one_of(_l("Choose what becomes of it"))],
    )

    @property
    def verdict(self) -> Verdict:
        return Verdict(Choice(self.pick_choice.data), written(self, "reason"))


def not_to_come(form: Form, field: Field) -> None:
    if field.data > today():
        raise StopValidation(_("This day is still to come. Tell when it was decided"))
    opened_on = form.opened_on  # type: ignore[attr-defined]
    if opened_on and field.data < opened_on:
        raise StopValidation(_("The results were opened only after this day"))


class DecisionForm(BaseForm):
    """Who decided what, and what was said against it."""

    body = Line(
        _l("Who decided"),
        [required(_l("Tell which body decided")), at_most(LONGEST_BODY)],
    )
    decided_on = Day(
        _l("When it was decided"),
        [required(_l("Tell when it was decided")), not_to_come],
    )
    pick_seen = HiddenField()

    opened_on: date | None = None

    @classmethod
    def of(cls, record: Record, *, posted: bool) -> Self:
        row = record.row
        given = {
            f"{part}_{code}": getattr(text, part)
            for code, text in record.texts.items()
            for part in ("decision", "dissent")
        }
        form = cls(
            request.form if posted else None,
            data={
                **given,
                "body": row.decided_by,
                "decided_on": row.decided_on,
                "pick_seen": seen_of(record),
            },
        )
        form.opened_on = local_day(row.opened_at) if row.opened_at else None
        return form


def written(form: BaseForm, part: str) -> dict[str, str]:
    """What is written of a part, by language."""
    said = {code: form[f"{part}_{code}"].data for code in LANGUAGES}
    return {code: words for code, words in said.items() if words}


for _code in LANGUAGES:
    setattr(VerdictForm, f"reason_{_code}", Text(_l("Why?"), [reasoned, *SAFE]))
    setattr(
        DecisionForm,
        f"decision_{_code}",
        Text(_l("What was decided, in short"), SAFE),
    )
    setattr(
        DecisionForm,
        f"dissent_{_code}",
        Text(_l("What was said against it"), SAFE),
    )


@dataclass(frozen=True)
class DecisionSheet(Sheet):
    main: DecisionForm
    verdicts: Sequence[tuple[Runner, VerdictForm]]
    note: NoteForm

    @property
    def ruling(self) -> Ruling:
        return Ruling(
            {runner.id: form.verdict for runner, form in self.verdicts},
            self.main.body.data,
            self.main.decided_on.data or today(),
            written(self.main, "decision"),
            written(self.main, "dissent"),
        )


def sheet_of(record: Record, *, posted: bool) -> DecisionSheet:
    verdicts = [
        (
            runner,
            VerdictForm(
                request.form if posted else None,
                prefix=f"c{runner.id}",
                data={
                    "pick_choice": runner.choice.value if runner.choice else None,
                    **{f"reason_{c}": words for c, words in runner.reasons.items()},
                },
            ),
        )
        for runner in record.runners
    ]
    main = DecisionForm.of(record, posted=posted)
    note = NoteForm(request.form if posted else None)
    note.needed = posted and record.is_decided
    forms = [form for _runner, form in verdicts] + [main, note]
    return DecisionSheet(forms, main, verdicts, note)
