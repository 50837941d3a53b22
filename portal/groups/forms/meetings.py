"""A meeting and a decision, as those who look after the group write them."""

from collections.abc import Mapping
from datetime import date, time
from typing import ClassVar, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField, SelectField
from wtforms.validators import StopValidation

from portal.forms import Line, Text, at_most, one_of, options, required
from portal.groups.forms.fields import (
    LONGEST_NAME,
    LONGEST_TEXT,
    LONGEST_URL,
    Clock,
    GroupsForm,
    in_languages,
    in_some_language,
    on_the_web,
    sending,
    text_names,
)
from portal.groups.labels import STANDINGS, Standing
from portal.groups.models import DecisionState
from portal.i18n import LANGUAGES
from portal.upkeep.forms.fields import Day
from portal.workshops.forms.dates import FIRST_YEAR, LAST_YEAR, NOT_A_DATE
from portal.workshops.forms.sessions import NOT_A_TIME
from portal.workshops.moments import stored

STATES = {state: STANDINGS[Standing(state.value)] for state in DecisionState}


def of_our_time(_form: Form, field: Field) -> None:
    if field.data and not (
        FIRST_YEAR <= date.fromisoformat(field.data).year <= LAST_YEAR
    ):
        raise StopValidation(str(NOT_A_DATE))


def clocks_show_it(form: Form, field: Field) -> None:
    day = form["day"]
    if not day.data or day.errors or not field.data:
        return
    if stored(date.fromisoformat(day.data), time.fromisoformat(field.data)) is None:
        raise StopValidation(
            _("Clocks are turned forward then: choose another time on that day")
        )


def after_the_start(form: Form, field: Field) -> None:
    starts = form["starts"]
    if starts.data and not starts.errors and field.data <= starts.data:
        raise StopValidation(_("The end is before the start"))


def some_way_in(form: Form, field: Field) -> None:
    if not (field.data or form["url"].data):
        raise StopValidation(_("Write the place, or a link, or both"))


class MeetingForm(GroupsForm):
    day = Day(_l("Date"), [required(NOT_A_DATE), of_our_time])
    starts = Clock(_l("Begins at"), [required(NOT_A_TIME), clocks_show_it])
    ends = Clock(_l("Ends at"), [required(NOT_A_TIME), after_the_start, clocks_show_it])
    place = Line(_l("Where"), [at_most(LONGEST_NAME), some_way_in])
    url = Line(_l("Link for joining on the web"), [at_most(LONGEST_URL), on_the_web])
    submission = sending()

    names: ClassVar[dict[str, str]] = {
        **{name: name for name in ("day", "starts", "ends", "place", "url")},
        **text_names("agenda", "notes"),
    }


in_languages(
    MeetingForm,
    {
        "agenda": (Text, _l("Agenda"), [at_most(LONGEST_TEXT)]),
        "notes": (Text, _l("Notes"), [at_most(LONGEST_TEXT)]),
    },
)


def not_before_it_was_decided(form: Form, field: Field) -> None:
    decided = form["decided_on"]
    if field.data and decided.data and not decided.errors and field.data < decided.data:
        raise StopValidation(_("This day is before the decision"))


def a_reason(form: Form, field: Field) -> None:
    """What was dropped says why, in one language at least."""
    written = any(form[f"reason_{code}"].data for code in LANGUAGES)
    first = field.name == f"reason_{next(iter(LANGUAGES))}"
    if first and form["state"].data == DecisionState.DROPPED and not written:
        raise StopValidation(_("Tell why it was dropped"))


class DecisionForm(GroupsForm):
    meeting = SelectField(
        _l("Meeting in which it was decided"),
        validate_choice=False,
        validators=[one_of()],
    )
    decided_on = Day(_l("Decided on"), [required(NOT_A_DATE), of_our_time])
    due_on = Day(_l("To be done by"), [of_our_time, not_before_it_was_decided])
    state = RadioField(
        _l("What became of it"),
        choices=options(STATES),
        default=DecisionState.OPEN.value,
        validate_choice=False,
        validators=[one_of()],
    )
    submission = sending()

    names: ClassVar[dict[str, str]] = {
        **{name: name for name in ("meeting", "decided_on", "due_on", "state")},
        **text_names("what", "who", "reason"),
    }

    def offer(self, meetings: Mapping[str, str]) -> Self:
        self.meeting.choices = options({"": "", **meetings})
        return self


in_languages(
    DecisionForm,
    {
        "what": (
            Text,
            _l("What was decided"),
            [
                at_most(LONGEST_TEXT),
                in_some_language(
                    ("who", "reason"),
                    _l("Write what was decided in one language at least"),
                    _l("Write what was decided in this language too"),
                ),
            ],
        ),
        "who": (Line, _l("Who does it"), [at_most(LONGEST_NAME)]),
        "reason": (
            Text,
            _l("Why it was dropped, or what came of it"),
            [at_most(LONGEST_TEXT), a_reason],
        ),
    },
)
