"""Which reports are gathered, and into what."""

from collections.abc import Sequence
from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import StopValidation

from portal.forms import Line, at_most, one_of, options, submission_field
from portal.i18n import language
from portal.reports.forms.phenomena import LONGEST_TITLE
from portal.screening.forms import ScreenedForm
from portal.upkeep.forms.fields import Several

LONGEST_SUBMISSION = 40
NEW = "new"


class TitledForm(ScreenedForm):
    """Some reports, and what a new phenomenon is called, in the page's language."""

    pick_reports = Several(_l("Reports"))
    title = Line(_l("Title of the new phenomenon"), [at_most(LONGEST_TITLE)])
    submission = submission_field(at_most(LONGEST_SUBMISSION))

    def offer_reports(self, ids: Sequence[int]) -> Self:
        self.pick_reports.choices = options({str(key): str(key) for key in ids})
        return self

    def validate_pick_reports(self, field: Any) -> None:
        if not self.reports:
            raise StopValidation(_("Tick one report at least"))
        del field

    @property
    def reports(self) -> list[int]:
        """As they were ticked; whether they may be moved is looked at again there."""
        return [
            int(key)
            for key in self.pick_reports.data or []
            if key.isascii() and key.isdigit() and len(key) < 10  # noqa: PLR2004
        ]

    @property
    def title_of_new(self) -> dict[str, str]:
        return {f"text/{language()}/title": self.title.data or ""}

    @property
    def batch(self) -> str:
        return str(self.submission.data or "")


class GatheringForm(TitledForm):
    pick_phenomenon = SelectField(
        _l("Into which phenomenon"), validate_choice=False, validators=[one_of()]
    )

    def offer(self, phenomena: dict[str, str]) -> Self:
        self.pick_phenomenon.choices = options(
            {NEW: _("A new one, titled below"), **phenomena}
        )
        return self

    def validate_title(self, field: Any) -> None:
        if not field.data and self.pick_phenomenon.data == NEW:
            raise StopValidation(_("Give the new phenomenon a title"))


class MovingForm(TitledForm):
    """`pick_move` is what is done with the ticked reports of one phenomenon."""

    OUT, SPLIT = "out", "split"
    pick_move = SelectField(
        choices=options({"out": "", "split": ""}),
        validate_choice=False,
        validators=[one_of()],
    )

    def validate_title(self, field: Any) -> None:
        if not field.data and self.pick_move.data == self.SPLIT:
            raise StopValidation(_("Give the new phenomenon a title"))
