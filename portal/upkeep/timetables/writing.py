"""From rules of hours to the lines a person types, and to words."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext as _

from portal.db import today
from portal.directory.hours import Different, Weekly
from portal.directory.hours.labels import days as day_names
from portal.directory.hours.labels import span as span_in_words
from portal.i18n import day

SHORT = {
    "fi": ("ma", "ti", "ke", "to", "pe", "la", "su"),
    "sv": ("mån", "tis", "ons", "tors", "fre", "lör", "sön"),
    "en": ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
}
CLOSED = {"fi": "suljettu", "sv": "stängt", "en": "closed"}
FROM = {"fi": "alkaen", "sv": "från", "en": "from"}
UNTIL = {"fi": "asti", "sv": "till", "en": "until"}
EVERY = {"fi": "joka {}. viikko", "sv": "var {} vecka", "en": "every {} weeks"}
EVERY_SECOND = {
    "fi": "joka toinen viikko",
    "sv": "varannan vecka",
    "en": "every second week",
}
SECOND = 2
DAY = 24 * 60
Season = tuple[date | None, date | None, int]
Run = tuple[Season, int, int, int, int]


def runs(weekly: Iterable[Weekly]) -> list[Run]:
    """Days that follow each other with the same hours as one: the season, the first
    and the last weekday, opens, closes."""
    found: list[Run] = []
    for rule in sorted(set(weekly), key=order):
        season = (rule.valid_from, rule.valid_until, rule.every_weeks)
        this = (season, rule.weekday, rule.weekday, rule.opens, rule.closes)
        if found:
            before, first, last, opens, closes = found[-1]
            same = (before, opens, closes) == (season, rule.opens, rule.closes)
            if same and rule.weekday == last + 1:
                found[-1] = (before, first, rule.weekday, opens, closes)
                continue
        found.append(this)
    return sorted(found, key=lambda run: (seasonal(run[0]), *run[1:]))


def seasonal(season: Season) -> tuple[str, str, int]:
    """What holds always comes first, then season by season."""
    first, last, every = season
    return str(first or ""), str(last or ""), every


def order(rule: Weekly) -> tuple[str, str, int, int, int, int]:
    season = (rule.valid_from, rule.valid_until, rule.every_weeks)
    return *seasonal(season), rule.opens, rule.closes, rule.weekday


def clock(minute: int) -> str:
    hours, minutes = divmod(minute - DAY if minute > DAY else minute, 60)
    return f"{hours}.{minutes:02}" if minutes else str(hours)


def number(day_: date) -> str:
    return f"{day_.day}.{day_.month}.{day_.year}"


def lines(
    weekly: Iterable[Weekly], different: Iterable[Different], language: str
) -> str:
    """What a person would type for these rules in their language."""
    names = SHORT[language]
    written = []
    for (first_on, last_on, every), first, last, opens, closes in runs(weekly):
        days = names[first] if first == last else f"{names[first]}-{names[last]}"
        parts = [days, f"{clock(opens)}-{clock(closes)}"]
        if every == SECOND:
            parts.append(EVERY_SECOND[language])
        elif every > 1:
            parts.append(EVERY[language].format(every))
        if first_on and last_on:
            parts.insert(0, f"{number(first_on)}-{number(last_on)}")
        elif first_on:
            parts += [FROM[language], number(first_on)]
        elif last_on:
            before = (UNTIL[language], number(last_on))
            parts += reversed(before) if language == "fi" else before
        written.append(" ".join(parts))
    for special in sorted(set(different), key=lambda d: (d.first_on, d.opens or 0)):
        dates = [number(special.first_on), number(special.last_on)]
        times = (
            CLOSED[language]
            if special.opens is None or special.closes is None
            else f"{clock(special.opens)}-{clock(special.closes)}"
        )
        written.append(f"{'-'.join(dict.fromkeys(dates))} {times}")
    return "\n".join(written)


def in_words(weekly: list[Weekly], different: list[Different]) -> list[str]:
    """The same told to a reader, in the language of the page."""
    said = []
    for season, first, last, opens, closes in runs(weekly):
        usual = f"{day_names(first, last)} {span_in_words(opens, closes % DAY or DAY)}"
        said.append(": ".join(filter(None, [season_in_words(season), usual])))
    for special in sorted(set(different), key=lambda d: (d.first_on, d.opens or 0)):
        dates = [day(special.first_on), day(special.last_on)]
        times = (
            _("closed")
            if special.opens is None or special.closes is None
            else span_in_words(special.opens, special.closes % DAY or DAY)
        )
        over = f" ({_('over')})" if special.last_on < today() else ""
        said.append(f"{'–'.join(dict.fromkeys(dates))}: {times}{over}")
    return said


def season_in_words(season: Season) -> str:
    first, last, every = season
    parts = []
    if every == SECOND:
        parts.append(_("Every second week"))
    elif every > 1:
        parts.append(_("Every %(number)s weeks", number=every))
    if first and last:
        parts.append(f"{day(first)}–{day(last)}")
    elif first:
        parts.append(_("from %(date)s", date=day(first)))
    elif last:
        parts.append(_("until %(date)s", date=day(last)))
    over = f" ({_('over')})" if last and last < today() else ""
    return ", ".join(parts) + over
