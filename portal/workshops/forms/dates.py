"""Dates, as a calendar gives them or as they are written here."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateField, Field, Form
from wtforms.validators import StopValidation

NOT_A_DATE = _l("Write the date as day, month and year")
FIRST_YEAR, LAST_YEAR = 2000, 2100


class Day(DateField):
    """A date, from a browser's calendar or typed as dates are written here."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"format": ["%Y-%m-%d", "%d.%m.%Y"], **kwargs})

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(str(NOT_A_DATE)) from error


def of_our_time(_form: Form, field: Field) -> None:
    if field.data and not FIRST_YEAR <= field.data.year <= LAST_YEAR:
        raise StopValidation(str(NOT_A_DATE))
