"""What a new service begins with."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from portal.forms import (
    BaseForm,
    Line,
    at_most,
    language_field,
    one_of,
    options,
    required,
    submission_field,
)
from portal.upkeep.forms.parts import LONGEST_LINE
from portal.upkeep.labels import FACT_LABELS, TEXT_LABELS

LONGEST_SUMMARY = 2000
LONGEST_SUBMISSION = 100
WHOSE = _l("Choose whose service this is")


class BeginningForm(BaseForm):
    """In which language one begins, and whose it is."""

    pick_organisation: SelectField
    pick_language = language_field(_l("Which language do you write first?"))

    def offer(self, organisations: dict[str, str]) -> None:
        one = len(organisations) == 1
        self.pick_organisation.choices = options(
            organisations if one else {"": "", **organisations}
        )


class NewServiceForm(BeginningForm):
    name = Line(
        TEXT_LABELS["name"],
        [required(_l("Give the service a name")), at_most(LONGEST_LINE)],
    )
    lead = Line(TEXT_LABELS["summary"], [at_most(LONGEST_SUMMARY)])
    pick_organisation = SelectField(
        FACT_LABELS["organisation"],
        validate_choice=False,
        validators=[required(WHOSE), one_of(WHOSE)],
    )
    submission = submission_field(at_most(LONGEST_SUBMISSION))
