"""What a new practice begins with."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField

from portal.forms import Line, Text, at_most, one_of, options, required
from portal.forms import submission_field as submission
from portal.i18n import LANGUAGES, language
from portal.practices.actions.beginning import First
from portal.practices.labels import HEADINGS
from portal.screening.forms import LONGEST_READ, ScreenedForm

LONGEST_NAME = 200
LONGEST_SUMMARY = 1000
LONGEST_SUBMISSION = 40
WHOSE = _l("Choose whose practice this is")


class NewPracticeForm(ScreenedForm):
    pick_language = RadioField(
        _l("Which language do you write first?"),
        choices=options(LANGUAGES),
        default=language,
        validate_choice=False,
        validators=[one_of(_l("Choose the language you write in"))],
    )
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

    def offer(self, organisations: dict[str, str]) -> None:
        one = len(organisations) == 1
        self.pick_organisation.choices = options(
            organisations if one else {"": "", **organisations}
        )

    @property
    def first(self) -> First:
        return First(
            self.pick_language.data,
            self.name.data,
            self.lead.data,
            self.problem.data,
            self.pick_organisation.data,
        )
