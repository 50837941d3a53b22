"""The sheet of one area: a small form for each question, saved together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from wtforms import HiddenField, RadioField

from portal.forms import Text, at_most, one_of, options
from portal.inventories.actions.answers import Said
from portal.inventories.grids import Question, is_answered
from portal.inventories.models import NOT_KNOWN, InventoryAnswer
from portal.inventories.queries.answers import seen_of
from portal.screening.forms import ScreenedForm
from portal.screening.screen import tells_danger
from portal.web import request, tag

LONGEST_WORDS = 2000
WE_DONT_KNOW = _l("We don't know")


class AnswerForm(ScreenedForm):
    pick_option = RadioField(
        validate_choice=False, validators=[one_of(_l("Choose one of these"))]
    )
    note = Text(_l("In your own words"), [at_most(LONGEST_WORDS)])
    pick_seen = HiddenField()

    @property
    def mine(self) -> tuple[str, str]:
        return (self.pick_option.data or "", self.note.data or "")

    @property
    def is_changed(self) -> bool:
        """Whether something else is written than was read."""
        return tag(*self.mine) != (self.pick_seen.data or tag("", ""))


@dataclass(frozen=True)
class Item:
    """A question with its form. `theirs` is what a colleague saved meanwhile,
    `earlier` what was answered to the question as it was put before."""

    question: Question
    form: AnswerForm
    theirs: InventoryAnswer | None = None
    met: bool = False
    earlier: tuple[str, str] | None = None

    @property
    def said(self) -> Said:
        form = self.form
        seen = form.pick_seen.data or tag("", "")
        held = form.offers_reader and form.wants_reader
        return Said(self.question.id, *form.mine, seen, held)

    @property
    def is_answered(self) -> bool:
        return is_answered(self.question, *self.form.mine)


@dataclass(frozen=True)
class Sheet:
    items: Sequence[Item]

    @property
    def changed(self) -> list[Item]:
        return [one for one in self.items if one.form.is_changed]

    def sound(self) -> list[Item]:
        """What was changed and can be saved; what stands was looked at before."""
        return [one for one in self.changed if one.form.validate()]

    @property
    def answered(self) -> int:
        return sum(one.is_answered for one in self.items)

    @property
    def tells_danger(self) -> bool:
        return tells_danger(*(one.form.mine[1] for one in self.items))

    @property
    def problems(self) -> list[tuple[str, str]]:
        return [problem for one in self.items for problem in one.form.problems]

    @property
    def summary(self) -> str:
        return ngettext(
            "One thing to fix before we can go on",
            "%(num)s things to fix before we can go on",
            len(self.problems),
        )


def form_for(
    question: Question, language: str, there: InventoryAnswer | None
) -> AnswerForm:
    """As it was sent, or filled with what is saved."""
    prefix = f"q{question.id}"
    given: dict[str, Any] = {"pick_seen": seen_of(there)}
    if there:
        given |= {"pick_option": there.option, "note": there.words}
    sent = request.method == "POST" and f"{prefix}-pick_seen" in request.form
    form = AnswerForm(request.form if sent else None, prefix=prefix, data=given)
    labels = question.text(language)[0].options
    form.pick_option.choices = options({**labels, NOT_KNOWN: WE_DONT_KNOW, "": ""})
    return form
