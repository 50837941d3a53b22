"""What a new pilot begins with."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from portal.forms import Line, Text, at_most, one_of, required
from portal.forms import submission_field as submission
from portal.pilots.actions.creating import First
from portal.pilots.labels import TEXTS
from portal.screening.forms import LONGEST_READ, ScreenedForm
from portal.upkeep.forms.creating import BeginningForm

LONGEST_NAME = 200
LONGEST_SUMMARY = 1000
LONGEST_SUBMISSION = 40
WHOSE = _l("Choose whose pilot this is")
NAMED = _l("Give the pilot a name")


class NewPilotForm(BeginningForm, ScreenedForm):
    name = Line(TEXTS["name"], [required(NAMED), at_most(LONGEST_NAME)])
    lead = Text(TEXTS["summary"], [at_most(LONGEST_SUMMARY)])
    hypothesis = Text(TEXTS["hypothesis"], [at_most(LONGEST_READ)])
    pick_organisation = SelectField(
        _l("Whose pilot this is"),
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
            self.hypothesis.data,
            self.pick_organisation.data,
        )
