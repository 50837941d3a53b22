"""Months, as a browser's calendar gives them or as they are written here."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateField, Field, Form
from wtforms.validators import StopValidation

from portal.db import today

NOT_A_MONTH = _l("Write the month and the year, such as 3/2026")
FIRST_YEAR, LAST_YEAR = 1950, 2100
FORMATS = ["%Y-%m", "%m/%Y", "%m.%Y", "%Y-%m-%d", "%d.%m.%Y"]


class Month(DateField):
    """A month, as its first day."""

    data: date | None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"format": FORMATS, **kwargs})

    def process_formdata(self, valuelist: list[str]) -> None:
        if not "".join(valuelist).strip():
            self.data = None
            return
        try:
            super().process_formdata([value.strip() for value in valuelist])
        except ValueError as error:
            raise ValueError(str(NOT_A_MONTH)) from error
        if self.data:
            self.data = self.data.replace(day=1)


def of_our_time(_form: Form, field: Field) -> None:
    if field.data and not FIRST_YEAR <= field.data.year <= LAST_YEAR:
        raise StopValidation(str(NOT_A_MONTH))


def is_to_come(day: date | None) -> bool:
    return day is not None and day > today()
