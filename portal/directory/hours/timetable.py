"""All that a page shows of the hours of one thing."""

from dataclasses import dataclass
from datetime import date, datetime

from portal.directory.hours.coming import Differs, Rarer, differing, rarer
from portal.directory.hours.rules import Rules, Weekly
from portal.directory.hours.status import Status, status
from portal.directory.hours.written import Span, grouped
from portal.directory.models.places import Calendar


@dataclass(frozen=True)
class Timetable:
    """`weekly` are runs of weekdays: first, last, opening and closing minute."""

    calendar: Calendar
    status: Status
    weekly: list[tuple[int, int, int, int]]
    rarer: list[Rarer]
    differing: list[Differs]

    @property
    def known(self) -> bool:
        return bool(self.weekly or self.rarer or self.status.changes)


def timetable(rules: Rules, moment: datetime) -> Timetable:
    now = status(rules, moment)
    today = now.asked.date()
    return Timetable(
        rules.calendar,
        now,
        grouped(
            Span(weekly.weekday, weekly.opens, weekly.closes)
            for weekly in in_season(rules, today)
            if weekly.every_weeks == 1
        ),
        [seldom for seldom in rarer(rules, today) if seldom.coming],
        differing(rules, today),
    )


def in_season(rules: Rules, today: date) -> list[Weekly]:
    """What holds today or, between seasons, from the next one on."""
    now = [weekly for weekly in rules.weekly if weekly.in_season(today)]
    later = [w for w in rules.weekly if w.valid_from and w.valid_from > today]
    first = min((w.valid_from for w in later if w.valid_from), default=None)
    return now or [weekly for weekly in later if weekly.valid_from == first]
