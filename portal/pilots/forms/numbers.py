"""Numbers as people write them: 2,5 and 2.5 alike."""

import re
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from wtforms.validators import StopValidation

from portal.decimals import local, plain
from portal.forms import Line

NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,3})?")
WHOLE = re.compile(r"\d{1,6}")


class Number(Line):
    """A number from nought upwards, with three decimals at most."""

    def process_text(self, value: str) -> str:
        return local(value)

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002  as WTForms calls it
        if self.data and not NUMBER.fullmatch(self.written):
            raise StopValidation(_("Write a number, like 12 or 2.5"))

    @property
    def written(self) -> str:
        return re.sub(r"\s", "", self.data or "")

    @property
    def value(self) -> Decimal | None:
        """None where nothing, or no number, is written."""
        found = NUMBER.fullmatch(self.written)
        return Decimal(self.written.replace(",", ".")) if found else None

    @property
    def text(self) -> str:
        return "" if self.value is None else plain(self.value)


class Whole(Line):
    """A whole number from nought upwards."""

    def process_text(self, value: str) -> str:
        return value

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002  as WTForms calls it
        if self.data and not WHOLE.fullmatch(self.written):
            raise StopValidation(_("Write a whole number, like 12"))

    @property
    def written(self) -> str:
        return re.sub(r"\s", "", self.data or "")

    @property
    def value(self) -> int | None:
        return int(self.written) if WHOLE.fullmatch(self.written) else None

    @property
    def text(self) -> str:
        return "" if self.value is None else str(self.value)
