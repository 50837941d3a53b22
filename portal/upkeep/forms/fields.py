"""Fields that hold a value as a snapshot does: as text."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

from flask_babel import gettext as _
from wtforms import BooleanField, Field, Form, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import StopValidation

from portal.forms import Line, Text
from portal.i18n import language
from portal.upkeep.codes import UnreadCode, code_lines, codes_of
from portal.upkeep.labels_of_hours import reason
from portal.upkeep.snapshots import YES
from portal.upkeep.timetables import WRITTEN_IN, Unread, lines, read
from portal.upkeep.timetables.stops import (
    different_days,
    different_lines,
    times,
    times_line,
)

TYPED_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
PHONE = re.compile(r"\+?[\d ()-]{3,40}")
WEB = re.compile(r"https?://[^\s/]+\.\S+")


class Several(SelectMultipleField):
    """Any number of codes, in the order they are offered."""

    choices: list[SelectChoice]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"validate_choice": False, **kwargs})

    def process_text(self, value: str) -> list[str]:
        return value.split()

    @property
    def text(self) -> str:
        chosen = set(self.data or [])
        return " ".join(
            str(choice.value) for choice in self.choices if choice.value in chosen
        )


class Tick(BooleanField):
    """Yes, or nothing."""

    def process_text(self, value: str) -> bool:
        return value == YES

    @property
    def text(self) -> str:
        return YES if self.data else ""


class Day(Line):
    """A date, from a browser's calendar or typed as dates are written here."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        if found := TYPED_DAY.fullmatch(self.data):
            number, month, year = map(int, found.groups())
            with suppress(ValueError):
                self.data = date(year, month, number).isoformat()

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002  as WTForms calls it
        try:
            _read = self.data and date.fromisoformat(self.data)
        except ValueError as error:
            message = _("Write the date as day, month and year")
            raise StopValidation(message) from error


class Hours(Text):
    """Lines of hours; shown and typed in the language of the page."""

    def process_text(self, value: str) -> str:
        return lines(*read(value), language())

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002  as WTForms calls it
        try:
            read(self.data or "")
        except Unread as unread:
            raise StopValidation(reason(unread)) from unread

    @property
    def text(self) -> str:
        return lines(*read(self.data or ""), WRITTEN_IN)


class Times(Line):
    """From when to when: `9-11.30`."""

    def process_text(self, value: str) -> str:
        return value

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002  as WTForms calls it
        try:
            _read = self.data and times(self.data)
        except Unread as unread:
            message = _("Write from when to when, like 9-15 or 9.30-11")
            raise StopValidation(message) from unread

    @property
    def text(self) -> str:
        return times_line(*times(self.data)) if self.data else ""


class DifferentDays(Text):
    """Lines of days that differ; shown and typed in the language of the page."""

    def process_text(self, value: str) -> str:
        return different_lines(different_days(value), language())

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002  as WTForms calls it
        try:
            different_days(self.data or "")
        except Unread as unread:
            raise StopValidation(reason(unread, dates_only=True)) from unread

    @property
    def text(self) -> str:
        return different_lines(different_days(self.data or ""), WRITTEN_IN)


class CodeLines(Text):
    """A code of a national list on each line: its name, then its address."""

    def process_text(self, value: str) -> str:
        return value

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002  as WTForms calls it
        try:
            codes_of(self.data or "")
        except UnreadCode as unread:
            message = (
                _("Line %(number)s: this is too long.", number=unread.line)
                if unread.too_long
                else _(
                    "Line %(number)s: write the name of the code, then its address.",
                    number=unread.line,
                )
            )
            raise StopValidation(message) from unread

    @property
    def text(self) -> str:
        return code_lines(codes_of(self.data or ""))


def shown(field: Any, value: str) -> Any:
    """What a field holds for this text of a snapshot."""
    process: Callable[[str], Any] | None = getattr(field, "process_text", None)
    return process(value) if process else value


def text_of(field: Any) -> str:
    """The text of a snapshot for what a field holds."""
    return str(field.text if hasattr(field, "process_text") else field.data or "")


def whole_number(lowest: int, highest: int) -> Callable[[Form, Field], None]:
    def check(_form: Form, field: Field) -> None:
        written = field.data or ""
        if not written:
            return
        if not re.fullmatch(r"\d{1,4}", written) or not (
            lowest <= int(written) <= highest
        ):
            raise StopValidation(
                _(
                    "Write a whole number from %(lowest)s to %(highest)s",
                    lowest=lowest,
                    highest=highest,
                )
            )

    return check


def an_email(_form: Form, field: Field) -> None:
    if field.data and not EMAIL.fullmatch(field.data):
        raise StopValidation(_("Write the email address with an @ sign"))


def a_phone(_form: Form, field: Field) -> None:
    if field.data and not PHONE.fullmatch(field.data):
        raise StopValidation(_("Write the phone number with digits, like 019 123 4500"))
