"""Asking for invitations."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, IntegerField
from wtforms.validators import StopValidation

from portal.forms import BaseForm, Text, at_most, submission_field

MOST_AT_ONCE = 60
LONGEST_LABEL = 80
LONGEST_LABELS = MOST_AT_ONCE * (LONGEST_LABEL + 1)
LONGEST_SUBMISSION = 40


class InvitationsForm(BaseForm):
    """Labels, one a line; or a number of invitations without any."""

    labels = Text(_l("For whom, one on each line"), [at_most(LONGEST_LABELS)])
    count = IntegerField(_l("Or only a number"))
    submission = submission_field(at_most(LONGEST_SUBMISSION))

    def validate_labels(self, _field: Field) -> None:
        too_long = [line for line in self.lines if len(line) > LONGEST_LABEL]
        if too_long:
            raise StopValidation(
                _(
                    "Shorten this line to %(most)s characters: %(line)s…",
                    most=LONGEST_LABEL,
                    line=too_long[0][:LONGEST_LABEL],
                )
            )
        if len(self.lines) > MOST_AT_ONCE:
            raise StopValidation(_("Make %(most)s at most at once", most=MOST_AT_ONCE))

    def validate_count(self, field: Field) -> None:
        if self.lines:
            field.errors = []
            raise StopValidation
        if field.data is None or not 1 <= field.data <= MOST_AT_ONCE:
            field.errors = []
            raise StopValidation(
                _(
                    "Write for whom, or a number from 1 to %(most)s",
                    most=MOST_AT_ONCE,
                )
            )

    @property
    def lines(self) -> list[str]:
        written = (self.labels.data or "").split("\n")
        return [line.strip() for line in written if line.strip()]

    @property
    def wanted(self) -> list[str]:
        """A label for each invitation, perhaps an empty one."""
        return self.lines or [""] * int(self.count.data or 0)
