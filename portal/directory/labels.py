"""How facts of the directory are put in words."""

from datetime import date

from babel.lists import format_list
from babel.units import format_unit
from flask import Flask
from flask_babel import format_date, get_locale
from flask_babel import lazy_gettext as _l

from portal.directory.models import (
    ChannelKind,
    Charge,
    Known,
    TextState,
    UnmetSource,
)
from portal.screening.crisis import Danger
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
UNMET = {
    UnmetSource.NOTHING_FOUND: _l("Nothing was found"),
    UnmetSource.NOTHING_FITS: _l("Nothing fitted"),
}
DANGERS = {
    Danger.VIOLENCE: _l("If somebody hurts you, you can get to safety today."),
    Danger.THREAT: _l("If somebody threatens you now, call 112."),
    Danger.SUICIDE: _l("If you think of dying, you do not have to be alone with it."),
    Danger.CHILD: _l("If a child is in danger now, call 112."),
    Danger.HOMELESS: _l("If you have nowhere to sleep, urgent help is open all night."),
    Danger.OVERDOSE: _l("If somebody has taken too much, call 112 at once."),
    Danger.CRISIS: _l("If something terrible has happened, you can call at any hour."),
}
CODE_SCHEMES = {
    "service-class": _l("Service classes"),
    "target-group": _l("Target groups"),
    "life-event": _l("Life events"),
    "subject": _l("Subject words"),
    "industry": _l("Industries"),
}
CHANNEL_KINDS = {
    ChannelKind.ONLINE: _l("Online service"),
    ChannelKind.CHAT: _l("Chat"),
    ChannelKind.VIDEO: _l("Video meeting"),
    ChannelKind.FORM: _l("Form"),
    ChannelKind.SMS: _l("Text message"),
    ChannelKind.POST: _l("Letter"),
    ChannelKind.WEB: _l("Web page"),
}
CHANNEL_ICONS = {
    ChannelKind.ONLINE: "screen",
    ChannelKind.CHAT: "chat",
    ChannelKind.VIDEO: "screen",
    ChannelKind.FORM: "pen",
    ChannelKind.SMS: "chat",
    ChannelKind.POST: "mail",
    ChannelKind.WEB: "globe",
}
IDENTIFICATION = {
    Known.YES: _l("Needs bank codes or a mobile certificate"),
    Known.NO: _l("Works without bank codes"),
    Known.UNKNOWN: _l("Bank codes: not known"),
}
TEXT_STATES = {
    TextState.DRAFT: _l("Draft"),
    TextState.REVIEW: _l("In review"),
    TextState.PUBLISHED: _l("Published"),
    TextState.ARCHIVED: _l("Archived"),
}
DAYS_A_WEEK, DAYS_A_MONTH = 7, 30
LONGEST_IN_DAYS, LONGEST_IN_WEEKS = 13, 69


def month_name(first_day: date) -> str:
    """`November 2026`."""
    return str(format_date(first_day, "LLLL y"))


def duration(days: int) -> str:
    """How long in the unit people would use: `10 days`, `3 weeks`, `4 months`."""
    unit, number = "duration-day", days
    if days > LONGEST_IN_WEEKS:
        unit, number = "duration-month", round(days / DAYS_A_MONTH)
    elif days > LONGEST_IN_DAYS:
        unit, number = "duration-week", round(days / DAYS_A_WEEK)
    return format_unit(number, unit, length="long", locale=get_locale())


def words(found: list[str]) -> str:
    """A list in a sentence: `a, b and c`."""
    return format_list(found, locale=get_locale())


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        ANSWERS=ANSWERS,
        LINES=LINES,
        DANGERS=DANGERS,
        CHARGES=CHARGES,
        FACETS=FACETS,
        CODE_SCHEMES=CODE_SCHEMES,
        CHANNEL_KINDS=CHANNEL_KINDS,
        CHANNEL_ICONS=CHANNEL_ICONS,
        IDENTIFICATION=IDENTIFICATION,
        TEXT_STATES=TEXT_STATES,
        duration=duration,
        words=words,
        month_name=month_name,
    )
