"""What a new service begins with."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField

from portal.forms import (
    BaseForm,
    Line,
    at_most,
    one_of,
    options,
    required,
    submission_field,
)
from portal.i18n import LANGUAGES, language
from portal.upkeep.forms.parts import LONGEST_LINE
from portal.upkeep.labels import FACT_LABELS, TEXT_LABELS

LONGEST_SUMMARY = 2000
LONGEST_SUBMISSION = 100
WHOSE = _l("Choose whose service this is")


class NewServiceForm(BaseForm):
    pick_language = RadioField(
        _l("Which language do you write first?"),
        choices=options(LANGUAGES),
        default=language,
        validate_choice=False,
        validators=[one_of(_l("Choose the language you write in"))],
    )
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

    def offer(self, organisations: dict[str, str]) -> None:
        one = len(organisations) == 1
        self.pick_organisation.choices = options(
            organisations if one else {"": "", **organisations}
        )
