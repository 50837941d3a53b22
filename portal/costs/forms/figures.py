"""Figures as people write them: `1 234,5` or `1234.5`."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from wtforms import Form
from wtforms.validators import StopValidation

from portal.costs.models import Part
from portal.decimals import local, plain
from portal.forms import Line
from portal.suppression import LEAST

GROUPED = re.compile(r"\d{1,3}( \d{3})+(?=[.,]|$)")
NUMBER = re.compile(r"\d+([.,]\d{1,2})?", re.ASCII)
THREE_BEHIND = re.compile(r"\d+[.,]\d{3}", re.ASCII)
LESS_THAN_NOTHING = re.compile(r"[-\u2212\u2013]\s*\d.*")
UNITS = "€%"
LARGEST = 999_999_999
WHOLE_SHARE = 100


class Figure(Line):
    """Not less than nothing, with two decimals at most. Which of point and comma parts
    the decimals is read from what is written; what could be a thousand is asked."""

    def process_text(self, value: str) -> str:
        return local(value)

    @property
    def number(self) -> Decimal | None:
        return Decimal(self.text) if self.data and not self.errors else None

    @property
    def text(self) -> str:
        found = tidied(self.data or "").replace(",", ".")
        return plain(Decimal(found)) if found else ""

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002  as WTForms calls it
        if self.data and (problem := unread(tidied(self.data))):
            raise StopValidation(problem)


def tidied(written: str) -> str:
    """Without spaces between thousands and without a unit behind."""
    bare = written.rstrip(UNITS).strip()
    return GROUPED.sub(lambda found: found[0].replace(" ", ""), bare)


def unread(written: str) -> str:
    """Why this is no figure; nothing if it is one."""
    if LESS_THAN_NOTHING.fullmatch(written):
        return _("Write 0 or more")
    if THREE_BEHIND.fullmatch(written):
        return _(
            "This could be read in two ways. Write a thousand as 1000, "
            "and two decimals at most"
        )
    if not NUMBER.fullmatch(written):
        return _("Write a number with digits, like 1250 or 12,50")
    if Decimal(written.replace(",", ".")) > LARGEST:
        return _("This is too large. Write at most 999 999 999")
    return ""


def for_part(part: Part) -> list[Callable[[Form, Any], None]]:
    """What a figure of this part must be."""
    checks: dict[Part, list[Callable[[Form, Any], None]]] = {
        Part.PERSONS: [many_enough],
        Part.SHARE: [a_share],
    }
    return checks.get(part, [])


def many_enough(_form: Form, field: Any) -> None:
    """A handful of persons could be known by their figure."""
    persons = Decimal(field.text) if field.data else None
    if persons is None:
        return
    if persons != int(persons):
        raise StopValidation(_("Write whole persons, without decimals"))
    if 0 < persons < LEAST:
        raise StopValidation(
            _("Write 0, or at least 5: fewer people could be recognised")
        )


def a_share(_form: Form, field: Any) -> None:
    if field.data and Decimal(field.text) > WHOLE_SHARE:
        raise StopValidation(_("A share is at most 100 per cent"))
