"""Which reports are gathered, and into what."""

import re
from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import StopValidation

from portal.forms import (
    Line,
    at_most,
    new_submission,
    one_of,
    options,
    submission_field,
)
from portal.i18n import language
from portal.reports.forms.phenomena import LONGEST_TITLE
from portal.screening.forms import ScreenedForm
from portal.upkeep.forms.fields import Several
from portal.web import tag

NEW = "new"
ID = re.compile(r"\d{1,9}", re.ASCII)


class TitledForm(ScreenedForm):
    """Some reports, and what a new phenomenon is called, in the page's language."""

    pick_reports = Several(_l("Reports"), choices=[])
    title = Line(_l("Title of the new phenomenon"), [at_most(LONGEST_TITLE)])
    submission = submission_field()

    def validate_pick_reports(self, field: Any) -> None:
        if not self.reports:
            raise StopValidation(_("Tick one report at least"))
        del field

    def validate_title(self, field: Any) -> None:
        if not field.data and self.into == NEW:
            raise StopValidation(_("Give the new phenomenon a title"))

    @property
    def reports(self) -> list[int]:
        """As they were ticked; whether they may be moved is looked at again there."""
        ticked = self.pick_reports.data or []
        return [int(key) for key in ticked if ID.fullmatch(key)]

    @property
    def title_of_new(self) -> dict[str, str]:
        return {f"text/{language()}/title": self.title.data or ""}

    @property
    def batch(self) -> str:
        """What tells one sending from another: other ticks in a form sent before are
        another move."""
        return tag(self.submission.data or new_submission(), self.reports, self.into)

    @property
    def into(self) -> str:
        """What is done with them."""
        raise NotImplementedError


class GatheringForm(TitledForm):
    pick_phenomenon = SelectField(
        _l("Into which phenomenon"), validate_choice=False, validators=[one_of()]
    )

    def offer(self, phenomena: dict[str, str]) -> Self:
        self.pick_phenomenon.choices = options(
            {NEW: _("A new one, titled below"), **phenomena}
        )
        return self

    @property
    def into(self) -> str:
        return str(self.pick_phenomenon.data)


class MovingForm(TitledForm):
    """`pick_move` is what is done with the ticked reports of one phenomenon."""

    OUT, SPLIT = "out", "split"
    pick_move = SelectField(
        choices=options({"out": "", "split": ""}),
        validate_choice=False,
        validators=[one_of()],
    )

    @property
    def into(self) -> str:
        return NEW if self.pick_move.data == self.SPLIT else self.OUT
