"""What a new cost study begins with."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from portal.costs.actions.beginning import First
from portal.costs.forms.editing import LONGEST_NAME, LONGEST_TEXT, LONGEST_TITLE
from portal.costs.labels import TEXTS
from portal.forms import (
    Line,
    Text,
    at_most,
    language_field,
    one_of,
    options,
    required,
    submission_field,
)
from portal.screening.forms import ScreenedForm

LONGEST_SUBMISSION = 40


class NewStudyForm(ScreenedForm):
    pick_language = language_field(_l("Which language do you write first?"))
    title = Line(
        TEXTS["title"], [required(_l("Write the title")), at_most(LONGEST_TITLE)]
    )
    lead = Text(TEXTS["summary"], [at_most(LONGEST_TEXT)])
    now_called = Line(
        _l("What the first scenario is called"),
        [required(_l("Give the first scenario a name")), at_most(LONGEST_NAME)],
        default=_l("Now"),
    )
    pick_team = SelectField(
        _l("Responsible team"),
        validate_choice=False,
        validators=[one_of(_l("Choose the team that answers for this"))],
    )
    submission = submission_field(at_most(LONGEST_SUBMISSION))

    def offer(self, teams: dict[str, str]) -> "NewStudyForm":
        self.pick_team.choices = options(teams)
        return self

    @property
    def first(self) -> First:
        return First(
            self.pick_language.data,
            self.title.data,
            self.lead.data,
            self.now_called.data,
            self.pick_team.data,
        )
