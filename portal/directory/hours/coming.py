"""Days ahead that differ from the usual week."""

from dataclasses import dataclass, replace
from datetime import date

from portal.directory.hours.rules import Rules, Times, Weekly, days_from

DAYS_AHEAD = 14
FARTHEST = 120


@dataclass(frozen=True)
class Differs:
    """From `first` to `last` it is closed, or open at these times. `holiday` is true
    if a public holiday alone is why."""

    first: date
    last: date
    times: tuple[Times, ...]
    holiday: bool


@dataclass(frozen=True)
class Rarer:
    """Open not every week: `coming` are the next two days."""

    weekday: int
    opens: int
    closes: int
    every_weeks: int
    coming: tuple[date, ...]

    @property
    def odd(self) -> bool | None:
        """Whether these are odd weeks; None where that can't be said, as over a
        new year after 53 weeks."""
        odd = {day.isocalendar().week % 2 == 1 for day in self.coming}
        return odd.pop() if self.every_weeks == 2 and len(odd) == 1 else None  # noqa: PLR2004


def differing(rules: Rules, today: date) -> list[Differs]:
    """What begins within two weeks. Days in a row with the same times are one, and
    days that are never open do not part them."""
    found: list[Differs] = []
    unbroken = False
    for day in days_from(today, FARTHEST):
        usual, times = tuple(rules.usual(day)), tuple(rules.times(day))
        ahead = (day - today).days < DAYS_AHEAD
        if usual == times:
            unbroken = unbroken and not times
            continue
        if unbroken and found[-1].times == times:
            holiday = found[-1].holiday and rules.holiday(day)
            found[-1] = replace(found[-1], last=day, holiday=holiday)
        elif ahead:
            found.append(Differs(day, day, times, rules.holiday(day)))
        else:
            break
        unbroken = True
    return found


def rarer(rules: Rules, today: date) -> list[Rarer]:
    """What is open every second week or less often, with its next days."""
    return [
        Rarer(
            weekly.weekday,
            weekly.opens,
            weekly.closes,
            weekly.every_weeks,
            _coming(rules, weekly, today),
        )
        for weekly in rules.weekly
        if weekly.every_weeks > 1
    ]


def _coming(rules: Rules, weekly: Weekly, today: date) -> tuple[date, ...]:
    return tuple(
        day
        for day in days_from(today, FARTHEST)
        if weekly.holds_on(day) and (weekly.opens, weekly.closes) in rules.times(day)
    )[:2]
