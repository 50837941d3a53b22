"""What to say when a line of hours can't be read: which line, and what to write."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.i18n import language
from portal.upkeep.timetables import Unread

EXAMPLES = {
    "fi": "ma-pe 9-15",
    "sv": "mån-fre 9-15",
    "en": "mon-fri 9-15",
}
EVERY_SECOND = {
    "fi": "ti 13-16 joka toinen viikko alkaen 1.12.2026",
    "sv": "tis 13-16 varannan vecka från 1.12.2026",
    "en": "tue 13-16 every second week from 1.12.2026",
}
SEASON = {
    "fi": "1.6.-31.8. ma-pe 9-12",
    "sv": "1.6.-31.8. mån-fre 9-12",
    "en": "1.6.-31.8. mon-fri 9-12",
}
CLOSED = {"fi": "24.12. suljettu", "sv": "24.12. stängt", "en": "24.12. closed"}
MOVED = "22.12. 10-12"
UNREAD = {
    "not-understood": _l("we do not understand “%(words)s”."),
    "nothing": _l("we find no days in “%(words)s”."),
    "no-days": _l("the days are missing from “%(words)s”."),
    "no-times": _l("the times are missing from “%(words)s”."),
    "no-such-date": _l("there is no date “%(words)s”."),
    "no-such-time": _l("there is no time “%(words)s”."),
    "times-backwards": _l("“%(words)s” closes before it opens."),
    "backwards": _l("“%(words)s” ends before it begins."),
    "closed-and-open": _l("“%(words)s” is both open and closed."),
    "days-and-closed": _l("write the dates on which it is closed, without weekdays."),
    "no-first-week": _l("write from which date the weeks are counted."),
    "only-dates": _l("only days that differ belong here, with their dates."),
    "too-many-days": _l("these are too many days. Make it a stop with a last day."),
}
BY_EXAMPLE = {
    "no-such-date": CLOSED,
    "backwards": SEASON,
    "days-and-closed": CLOSED,
    "closed-and-open": CLOSED,
    "no-first-week": EVERY_SECOND,
    "only-dates": CLOSED,
    "too-many-days": CLOSED,
}


def reason(unread: Unread, *, dates_only: bool = False) -> str:
    """`Line 2: we do not understand “höpö”. Write for example: ma-pe 9-15`."""
    usual = CLOSED if dates_only else EXAMPLES
    example = BY_EXAMPLE.get(unread.why, usual)[language()]
    why = str(UNREAD[unread.why])
    return _(
        "Line %(number)s: %(why)s Write for example: %(example)s",
        number=unread.line,
        why=why % {"words": unread.words} if "%(words)s" in why else why,
        example=example,
    )


def examples_of_days() -> list[str]:
    """Lines of days that differ, as they are typed in the language of the page."""
    return [CLOSED[language()], MOVED]


def examples() -> list[str]:
    """One line of each kind, as they are typed in the language of the page."""
    return [kind[language()] for kind in (EXAMPLES, EVERY_SECOND, SEASON, CLOSED)]
