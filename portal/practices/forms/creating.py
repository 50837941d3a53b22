"""What a new practice begins with."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from portal.forms import Line, Text, at_most, one_of, required
from portal.forms import submission_field as submission
from portal.practices.actions.beginning import First
from portal.practices.labels import HEADINGS
from portal.screening.forms import LONGEST_READ, ScreenedForm
from portal.upkeep.forms.creating import BeginningForm

LONGEST_NAME = 200
LONGEST_SUMMARY = 1000
LONGEST_SUBMISSION = 40
WHOSE = _l("Choose whose practice this is")


class NewPracticeForm(BeginningForm, ScreenedForm):
    name = Line(
        _l("Name"), [required(_l("Give the practice a name")), at_most(LONGEST_NAME)]
    )
    lead = Text(_l("Summary"), [at_most(LONGEST_SUMMARY)])
    problem = Text(HEADINGS["problem"], [at_most(LONGEST_READ)])
    pick_organisation = SelectField(
        _l("Whose practice this is"),
        validate_choice=False,
        validators=[required(WHOSE), one_of(WHOSE)],
    )
    submission = submission(at_most(LONGEST_SUBMISSION))

    @property
    def first(self) -> First:
        return First(
            self.pick_language.data,
            self.name.data,
            self.lead.data,
            self.problem.data,
            self.pick_organisation.data,
        )
