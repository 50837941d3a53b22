"""How facts of the directory are put in words."""

from babel.lists import format_list
from flask import Flask
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l

from portal.directory.models import Charge, Known
from portal.vocabulary.models import Scheme

ANSWERS = {Known.YES: _l("Yes"), Known.NO: _l("No"), Known.UNKNOWN: _l("Not known")}
LINES = {
    "assessment": _l("Is an assessment needed?"),
    "recorded": _l("Is anything written down?"),
    "name_asked": _l("Is my name asked?"),
    "told": _l("Is anyone told?"),
}
CHARGES = {
    Charge.FREE: _l("Free of charge"),
    Charge.CHARGED: _l("There is a charge"),
    Charge.UNKNOWN: _l("Not known"),
}
FACETS = {
    Scheme.AREA: _l("Area"),
    Scheme.NEED: _l("What you need help with"),
    Scheme.THEME: _l("Situation"),
    Scheme.GROUP: _l("For whom"),
    Scheme.TIER: _l("How near"),
    Scheme.ACCESS: _l("How you get in"),
    Scheme.FOCUS: _l("When in time"),
    Scheme.CHANNEL: _l("How you meet"),
    Scheme.LANGUAGE: _l("Language"),
}
CODE_SCHEMES = {
    "service-class": _l("Service classes"),
    "target-group": _l("Target groups"),
    "life-event": _l("Life events"),
    "subject": _l("Subject words"),
    "industry": _l("Industries"),
}
MINUTES_AN_HOUR = 60


def clock(minute: int) -> str:
    """`9` or `9.30`; a full hour without its zeros."""
    hours, minutes = divmod(minute, MINUTES_AN_HOUR)
    separator = ":" if get_locale().language == "en" else "."
    return f"{hours}{separator}{minutes:02}" if minutes else str(hours)


def span(opens: int, closes: int) -> str:
    return f"{clock(opens)}–{clock(closes)}"


def days(first: int, last: int) -> str:
    """`ma–pe`, `Mon–Fri`: weekdays by number, 0 is Monday."""
    names = get_locale().days["stand-alone"]["abbreviated"]
    short = [names[number].rstrip(".") for number in (first, last)]
    return short[0] if first == last else "–".join(short)


def hours(runs: list[tuple[int, int, int, int]]) -> list[str]:
    """Weekly hours, a line for each run of days with the same hours."""
    return [f"{days(first, last)} {span(*times)}" for first, last, *times in runs]


def words(found: list[str]) -> str:
    """A list in a sentence: `a, b and c`."""
    return format_list(found, locale=get_locale())


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        ANSWERS=ANSWERS,
        LINES=LINES,
        CHARGES=CHARGES,
        FACETS=FACETS,
        CODE_SCHEMES=CODE_SCHEMES,
        span=span,
        hours=hours,
        words=words,
    )
