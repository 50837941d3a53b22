from datetime import date, timedelta
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateField, Field, Form, RadioField, SelectField, StringField
from wtforms.validators import StopValidation

from portal.db import today
from portal.forms import BaseForm, Line, Text, at_most, one_of, options, required
from portal.i18n import LANGUAGES, language
from portal.workshops import actions
from portal.workshops.codes import cleaned
from portal.workshops.labels import PHASES, VOICES
from portal.workshops.models import Phase, Workshop, WorkshopText

LONGEST_TITLE = 160
LONGEST_TEXT = 4000
LONGEST_NICKNAME = 40
LONGEST_CODE = 40
TEXTS = ("title", "question", "decides", "ways", "rules", "data_use")
DAYS_A_PHASE = 14
NOT_A_DATE = _l("Write the date as day, month and year")


class CodeForm(BaseForm):
    code = StringField(
        _l("Code, 6 letters and numbers"),
        [required(_l("Write the code")), at_most(LONGEST_CODE)],
    )

    @property
    def meant(self) -> str:
        return cleaned(self.code.data or "")


class JoinForm(BaseForm):
    voice = RadioField(
        _l("I take part as"),
        choices=options(VOICES),
        validate_choice=False,
        validators=[one_of(_l("Choose as whom you take part"))],
    )
    nickname = Line(_l("Nickname"), [at_most(LONGEST_NICKNAME)])


class ReturnForm(BaseForm):
    recovery = StringField(
        _l("Recovery code"),
        [required(_l("Write the recovery code")), at_most(LONGEST_CODE)],
    )

    @property
    def meant(self) -> str:
        return cleaned(self.recovery.data or "")


class PhaseForm(BaseForm):
    phase = RadioField(
        choices=options(PHASES),
        validate_choice=False,
        validators=[one_of(_l("Choose a phase"))],
    )


class Day(DateField):
    """A date, from a browser's calendar or typed as dates are written here."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"format": ["%Y-%m-%d", "%d.%m.%Y"], **kwargs})

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(str(NOT_A_DATE)) from error


def after_the_one_before(form: Form, field: Field) -> None:
    """Phases end in their order."""
    order = [f"{phase.value}_until" for phase in Phase]
    before = order.index(field.name) - 1
    if before < 0 or not field.data:
        return
    earlier = form[order[before]].data
    if earlier and field.data < earlier:
        raise StopValidation(str(_l("This phase ends before the one before it")))


def last_day(label: str) -> Day:
    return Day(label, [required(NOT_A_DATE), after_the_one_before])


class WorkshopForm(BaseForm):
    """The texts of a workshop in each language, and its timetable. At least one
    language is written; a language with anything in it needs a title."""

    gather_until = last_day(_l("Gather until"))
    group_until = last_day(_l("Group until"))
    discuss_until = last_day(_l("Discuss until"))
    vote_until = last_day(_l("Vote until"))
    answer_until = last_day(_l("Answer by"))
    team = SelectField(
        _l("Team that answers"), validate_choice=False, validators=[one_of()]
    )

    def title_if_written(self, field: Field) -> None:
        """A title where anything is written; else one in the language of the page."""
        code = field.name.removeprefix("title_")
        others = [self[f"{name}_{code}"].data for name in TEXTS[1:]]
        if not field.data and any(others):
            raise StopValidation(str(_l("Give the question a title in this language")))
        nowhere = not any(self[f"title_{other}"].data for other in LANGUAGES)
        if nowhere and code == language():
            raise StopValidation(str(_l("Give the question a title")))

    @classmethod
    def first_shown(cls, teams: dict[str, str]) -> "WorkshopForm":
        """An empty form with a timetable to start from."""
        first = today()
        ends = {
            f"{phase.value}_until": first + timedelta(days=DAYS_A_PHASE * number)
            for number, phase in enumerate(Phase, start=1)
        }
        form = cls(data=ends)
        form.team.choices = options(teams)
        return form

    @classmethod
    def of(
        cls,
        workshop: Workshop,
        texts: dict[str, WorkshopText],
        teams: dict[str, str],
    ) -> "WorkshopForm":
        """The form filled with what the workshop holds now."""
        dates = {f"{phase.value}_until": workshop.until(phase) for phase in Phase}
        written = {
            f"{name}_{language}": getattr(text, name)
            for language, text in texts.items()
            for name in TEXTS
        }
        form = cls(data={**dates, **written, "team": str(workshop.team or "")})
        form.team.choices = options(teams)
        return form

    @property
    def texts(self) -> dict[str, actions.Text]:
        return {
            language: actions.Text(
                **{name: self[f"{name}_{language}"].data for name in TEXTS}
            )
            for language in LANGUAGES
            if self[f"title_{language}"].data
        }

    @property
    def timetable(self) -> actions.Timetable:
        dates: dict[str, date] = {
            f"{phase.value}_until": self[f"{phase.value}_until"].data for phase in Phase
        }
        return actions.Timetable(**dates)

    def in_language(self, language: str) -> list[Field]:
        return [self[f"{name}_{language}"] for name in TEXTS]


LABELS = {
    "title": _l("Title, as a question"),
    "question": _l("What it is about, in a few sentences"),
    "decides": _l("Who decides, and about what"),
    "ways": _l("Ways to take part"),
    "rules": _l("Rules"),
    "data_use": _l("What is kept, and until when"),
}


def _title_check(form: WorkshopForm, field: Field) -> None:
    form.title_if_written(field)


for _language in LANGUAGES:
    for _name in TEXTS:
        _field = (
            Line(LABELS[_name], [at_most(LONGEST_TITLE), _title_check])
            if _name == "title"
            else Text(LABELS[_name], [at_most(LONGEST_TEXT)])
        )
        setattr(WorkshopForm, f"{_name}_{_language}", _field)
