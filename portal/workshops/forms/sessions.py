"""A session as it is written: times as clocks show them, texts in every language."""

from datetime import datetime
from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, HiddenField, IntegerField, TimeField
from wtforms.validators import StopValidation

from portal.db import LARGEST_ID
from portal.forms import BaseForm, Line, Text, at_most, required, submission_field
from portal.i18n import LANGUAGES, language
from portal.upkeep.forms.fields import WEB
from portal.workshops.actions.sessions import SessionDraft, SessionWords
from portal.workshops.forms.dates import NOT_A_DATE, Day, of_our_time
from portal.workshops.models import Session, SessionText
from portal.workshops.moments import local, stored

LONGEST_TITLE = 160
LONGEST_ADDRESS = 200
LONGEST_LINK = 500
LONGEST_TEXT = 2000
MOST_SEATS = 10_000
NOT_A_TIME = _l("Write the time like 17:00")
LABELS = {"title": _l("Title"), "getting_there": _l("Getting there")}


class Clock(TimeField):
    """A time of day, from a browser's clock or typed as times are written here."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        formats = ["%H:%M", "%H.%M", "%H:%M:%S", "%H"]
        super().__init__(*args, **{"format": formats, **kwargs})

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata([part.strip() for part in valuelist])
        except ValueError as error:
            raise ValueError(str(NOT_A_TIME)) from error


class Seats(IntegerField):
    """A number of places, or nothing."""

    def process_formdata(self, valuelist: list[str]) -> None:
        if not any(part.strip() for part in valuelist):
            self.data = None
            return
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(_("Write how many places there are")) from error


def clocks_show_it(form: Form, field: Field) -> None:
    if form["day"].data and field.data and stored(form["day"].data, field.data) is None:
        raise StopValidation(
            _("Clocks are turned forward then: choose another time on that day")
        )


def after_the_start(form: Form, field: Field) -> None:
    starts = form["starts"].data
    if starts and field.data and field.data <= starts:
        raise StopValidation(_("The end is before the start"))


def some_way_in(form: Form, field: Field) -> None:
    if not (field.data or form["link"].data):
        raise StopValidation(_("Write the place, or a link, or both"))


def on_the_web(_form: Form, field: Field) -> None:
    if field.data and not WEB.fullmatch(field.data):
        raise StopValidation(_("Begin the address with https://"))


def some_places(_form: Form, field: Field) -> None:
    if field.data is not None and not 1 <= field.data <= MOST_SEATS:
        raise StopValidation(_("Write how many places there are"))


class SessionForm(BaseForm):
    day = Day(_l("Date"), [required(NOT_A_DATE), of_our_time])
    starts = Clock(_l("Begins at"), [required(NOT_A_TIME), clocks_show_it])
    ends = Clock(_l("Ends at"), [required(NOT_A_TIME), after_the_start, clocks_show_it])
    address = Line(_l("Place and street"), [at_most(LONGEST_ADDRESS), some_way_in])
    link = Line(_l("Link for joining on the web"), [at_most(LONGEST_LINK), on_the_web])
    capacity = Seats(_l("How many can come"), [some_places])
    seen = HiddenField()
    submission = submission_field()

    @classmethod
    def of(cls, session: Session, texts: dict[str, SessionText]) -> Self:
        starts, ends = local(session.starts_at), local(session.ends_at)
        written = {
            f"{name}_{code}": getattr(text, name)
            for code, text in texts.items()
            for name in LABELS
        }
        return cls(
            data={
                "day": starts.date(),
                "starts": starts.time(),
                "ends": ends.time(),
                "address": session.address,
                "link": session.link,
                "capacity": session.capacity,
                "seen": str(session.sequence),
                **written,
            }
        )

    def keeping(self, texts: dict[str, SessionText]) -> Self:
        """Languages that hold minutes keep their title."""
        self.needed = [code for code, text in texts.items() if text.minutes]
        return self

    needed: list[str] = []  # noqa: RUF012  replaced, never changed

    def title_if_written(self, field: Field) -> None:
        code = field.name.removeprefix("title_")
        if field.data:
            return
        if code in self.needed:
            raise StopValidation(_("There are minutes in this language: keep a title"))
        if self[f"getting_there_{code}"].data:
            raise StopValidation(_("Give the session a title in this language"))
        if code == language() and not any(
            self[f"title_{other}"].data for other in LANGUAGES
        ):
            raise StopValidation(_("Give the session a title"))

    @property
    def edition(self) -> int:
        """The edition that was shown; -1 is none."""
        text = self.seen.data or ""
        short = len(text) <= len(str(LARGEST_ID))
        return int(text) if short and text.isascii() and text.isdecimal() else -1

    @property
    def draft(self) -> SessionDraft:
        return SessionDraft(
            starts_at=self.moment(self.starts),
            ends_at=self.moment(self.ends),
            address=self.address.data,
            link=self.link.data,
            capacity=self.capacity.data,
            texts={
                code: SessionWords(
                    self[f"title_{code}"].data, self[f"getting_there_{code}"].data
                )
                for code in LANGUAGES
                if self[f"title_{code}"].data
            },
        )

    def moment(self, field: Field) -> datetime:
        """When the clock shows this, once the form has been found right."""
        found = stored(self["day"].data, field.data)
        if found is None:
            raise ValueError("a time that no clock shows was let through")
        return found

    def parts(self) -> list[tuple[str, dict[str, Field]]]:
        """Each text with its name, and its field in each language."""
        return [
            (name, {code: self[f"{name}_{code}"] for code in LANGUAGES})
            for name in LABELS
        ]


def _title_check(form: SessionForm, field: Field) -> None:
    form.title_if_written(field)


for _language in LANGUAGES:
    _title = Line(LABELS["title"], [at_most(LONGEST_TITLE), _title_check])
    _getting_there = Text(LABELS["getting_there"], [at_most(LONGEST_TEXT)])
    setattr(SessionForm, f"title_{_language}", _title)
    setattr(SessionForm, f"getting_there_{_language}", _getting_there)
