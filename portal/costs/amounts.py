"""How figures and sums are written in the language of the page."""

from decimal import Decimal

from flask import Flask
from flask_babel import format_decimal
from flask_babel import gettext as _

from portal.costs.models import Part
from portal.costs.reckoning import Cost
from portal.i18n import euros, language


def figure(number: Decimal) -> str:
    """`1 234,5`, as the language of the page writes it."""
    return str(format_decimal(number, "#,##0.##"))


def price(number: Decimal) -> str:
    """Euros, with cents if there are any."""
    if number == int(number):
        return euros(int(number))
    written = format_decimal(number, "#,##0.00")
    return f"€{written}" if language() == "en" else f"{written}\N{NO-BREAK SPACE}€"


def of_part(part: Part, number: Decimal) -> str:
    """A figure with its unit."""
    if part is Part.UNIT_COST:
        return price(number)
    if part is Part.SHARE:
        return f"{figure(number)}\N{NO-BREAK SPACE}%"
    return figure(number)


def more_or_less(amount: int) -> str:
    """A difference in words, without a sign."""
    if not amount:
        return _("the same")
    sum_ = euros(abs(amount))
    return _("%(sum)s less", sum=sum_) if amount < 0 else _("%(sum)s more", sum=sum_)


def between(cost: Cost) -> str:
    """From the lowest to the highest."""
    if cost.is_exact:
        return euros(cost.low)
    return _("%(low)s to %(high)s", low=euros(cost.low), high=euros(cost.high))


def init_app(app: Flask) -> None:
    for write in (figure, price, of_part, more_or_less, between):
        app.jinja_env.filters[write.__name__] = write
