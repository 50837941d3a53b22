"""What those who run a session write after it: minutes, fees and travel."""

import re
from decimal import Decimal
from typing import Any

from flask_babel import format_decimal
from flask_babel import gettext as _
from wtforms import Field, HiddenField
from wtforms.validators import StopValidation

from portal.forms import BaseForm, Line, Text, at_most
from portal.i18n import LANGUAGES
from portal.workshops.models import Registration

LONGEST_MINUTES = 20_000
LONGEST_AMOUNT = 20
AMOUNT = re.compile(r"(?:€ ?)?(\d{1,4})(?:[.,](\d{1,2}))?(?: ?€)?")
CENTS = 100


class MinutesForm(BaseForm):
    seen = HiddenField()

    def fields_in(self, languages: list[str]) -> dict[str, Field]:
        return {code: self[code] for code in LANGUAGES if code in languages}


for _language, _name in LANGUAGES.items():
    setattr(MinutesForm, _language, Text(_name, [at_most(LONGEST_MINUTES)]))


def cents(written: str) -> int | None:
    """`12,5` and `€12.50` are 1250; None is no amount of euros."""
    if not written:
        return 0
    found = AMOUNT.fullmatch(written)
    if not found:
        return None
    whole, part = found.groups()
    return int(whole) * CENTS + int((part or "").ljust(2, "0"))


def amount(of_cents: int) -> str:
    """`12,50` in Finnish and Swedish, `12.50` in English; without a thousands sign."""
    return str(format_decimal(Decimal(of_cents) / CENTS, format="0.00"))


def an_amount(_form: BaseForm, field: Field) -> None:
    if cents(field.data or "") is None:
        raise StopValidation(_("Write the sum in euros, such as 50 or 12.40"))


class SumsForm(BaseForm):
    """A fee and a travel cost for each person on the list."""

    seen = HiddenField()

    @property
    def sums(self) -> dict[int, tuple[int, int]]:
        return {
            number: (self.sum_of("fee", number), self.sum_of("travel", number))
            for number in self.numbers
        }

    numbers: tuple[int, ...] = ()

    def sum_of(self, name: str, number: int) -> int:
        return cents(self[f"{name}_{number}"].data or "") or 0


def sums_form(paid: list[Registration]) -> type[SumsForm]:
    """A form with two fields for each of these people."""
    fields: dict[str, Any] = {"numbers": tuple(one.id for one in paid)}
    for one in paid:
        for name, label in (("fee", _("Fee")), ("travel", _("Travel"))):
            checks = [at_most(LONGEST_AMOUNT), an_amount]
            fields[f"{name}_{one.id}"] = Line(f"{label}: {one.name}", checks)
    return type("PaidSumsForm", (SumsForm,), fields)
