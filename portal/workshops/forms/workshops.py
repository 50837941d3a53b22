"""The editor of a workshop: its texts, its timetable, who joins and who runs it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    Field,
    Form,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
)
from wtforms.validators import StopValidation

from portal.db import today
from portal.forms import (
    BaseForm,
    at_most,
    one_of,
    options,
    required,
    submission_field,
)
from portal.workshops.actions import Settings, Timetable
from portal.workshops.forms.dates import NOT_A_DATE, Day, of_our_time
from portal.workshops.forms.texts import TextsForm
from portal.workshops.labels import ENTRIES, PHASES, WAYS_IN
from portal.workshops.models import Entry, Phase, Template

KEPT_DAYS = 180
"""From the last answer to the day when those who took part are forgotten."""
LONGEST_STAMP = 40
ENDS = tuple(f"{phase.value}_until" for phase in Phase)


class PhaseForm(BaseForm):
    phase = RadioField(
        choices=options(PHASES),
        validate_choice=False,
        validators=[one_of(_l("Choose a phase"))],
    )
    seen = RadioField(
        choices=options({"": "", **PHASES}),
        default="",
        validate_choice=False,
        validators=[one_of()],
    )


def after_the_one_before(form: Form, field: Field) -> None:
    """Phases end in their order, and what is kept is kept to their end."""
    order = [*ENDS, "deletes_on"]
    before = order.index(field.name) - 1
    if before < 0 or not field.data:
        return
    earlier = form[order[before]].data
    if earlier and field.data < earlier:
        if field.name == "deletes_on":
            raise StopValidation(_("This is before the last answer is due"))
        raise StopValidation(_("This phase ends before the one before it"))


def last_day(label: str) -> Day:
    return Day(label, [required(NOT_A_DATE), of_our_time, after_the_one_before])


def at_least_one_way(form: Form, _field: Field) -> None:
    if not any(form[name].data for name in WAYS_IN):
        raise StopValidation(_("Choose at least one way to take part"))


def all_offered(_form: Form, field: Any) -> None:
    offered = {str(choice.value) for choice in field.choices}
    if set(field.data or []) - offered:
        raise StopValidation(_("Choose from these"))


def several(label: str) -> SelectMultipleField:
    return SelectMultipleField(label, [all_offered], validate_choice=False)


class WorkshopForm(TextsForm):
    gather_until = last_day(_l("Gather until"))
    group_until = last_day(_l("Group until"))
    discuss_until = last_day(_l("Discuss until"))
    vote_until = last_day(_l("Vote until"))
    answer_until = last_day(_l("Answer by"))
    moves_by_date = BooleanField(_l("Move from phase to phase by these dates"))
    entry = RadioField(
        _l("Who may join"),
        choices=options(ENTRIES),
        default=Entry.OPEN.value,
        validate_choice=False,
        validators=[one_of()],
    )
    in_room = BooleanField(WAYS_IN["in_room"], [at_least_one_way])
    on_web = BooleanField(WAYS_IN["on_web"])
    on_paper = BooleanField(WAYS_IN["on_paper"])
    deletes_on = Day(
        _l("Forget who took part on"),
        [required(NOT_A_DATE), of_our_time, after_the_one_before],
    )
    areas = several(_l("Areas it is about"))
    team = SelectField(
        _l("Team that answers"), validate_choice=False, validators=[one_of()]
    )
    facilitators = several(_l("Facilitators"))
    template = HiddenField(default=Template.IDEAS.value, validators=[at_most(10)])
    seen = HiddenField(validators=[at_most(LONGEST_STAMP)])
    submission = submission_field()

    def offer(
        self,
        teams: dict[str, str],
        areas: dict[str, str],
        facilitators: dict[str, str] | None,
    ) -> Self:
        """Say what can be chosen. Without facilitators those can't be changed."""
        self.team.choices = options(teams)
        self.areas.choices = options(areas)
        if facilitators is None:
            del self.facilitators
        else:
            self.facilitators.choices = options(facilitators)
        return self

    @classmethod
    def starting(cls, settings: Settings, template: Template) -> Self:
        """The form with something to start from."""
        return cls(data={**values(settings), "template": template.value})

    @classmethod
    def of(cls, settings: Settings, seen: str) -> Self:
        """The form filled with what the workshop holds now."""
        return cls(data={**values(settings), "seen": seen})

    @property
    def settings(self) -> Settings:
        """All but the team, the areas and the facilitators, which are rows."""
        return Settings(
            texts=self.texts,
            timetable=Timetable(**{name: self[name].data for name in ENDS}),
            entry=Entry(self.entry.data),
            moves_by_date=bool(self.moves_by_date.data),
            deletes_on=self.deletes_on.data,
            in_room=bool(self.in_room.data),
            on_web=bool(self.on_web.data),
            on_paper=bool(self.on_paper.data),
        )

    @property
    def kind(self) -> Template:
        known = {template.value for template in Template}
        return Template(self.template.data if self.template.data in known else "ideas")


def values(settings: Settings) -> dict[str, Any]:
    """Settings under the names of the fields."""
    return {
        **TextsForm.written(settings.texts),
        "languages": list(settings.texts),
        **vars(settings.timetable),
        **{name: getattr(settings, name) for name in WAYS_IN},
        "entry": settings.entry.value,
        "moves_by_date": settings.moves_by_date,
        "deletes_on": settings.deletes_on,
        "areas": [str(word.id) for word in settings.areas],
        "team": str(settings.team.id) if settings.team else "",
        "facilitators": [str(user) for user in settings.facilitators or []],
    }


def moved(settings: Settings, first: date, opened_on: date) -> Settings:
    """The settings of an earlier workshop, with its dates moved to begin on `first`."""
    later: timedelta = first - opened_on
    ends = {name: day + later for name, day in vars(settings.timetable).items()}
    kept_until = max(ends.values()) + timedelta(days=KEPT_DAYS)
    return replace(settings, timetable=Timetable(**ends), deletes_on=kept_until)


def spread(days: list[int]) -> Timetable:
    """A timetable from today on, from how many days each phase lasts."""
    ends, day = {}, today()
    for name, lasting in zip(ENDS, days, strict=True):
        day += timedelta(days=lasting)
        ends[name] = day
    return Timetable(**ends)
