"""Weekly hours, as people write them: `mon-fri 9:00-11:00`, `fri 20:00-2:00`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = "|".join(DAYS)
SPAN = re.compile(
    rf"(?P<first>{DAY})(?:-(?P<last>{DAY}))? "
    r"(?P<opens>\d{1,2}:[0-5]\d)-(?P<closes>\d{1,2}:[0-5]\d)"
)
MINUTES_A_DAY = 24 * 60
LONGEST_NIGHT = 16 * 60


@dataclass(frozen=True)
class Span:
    """Open on one weekday from and to a minute of the day; 0 is Monday. What closes
    after midnight closes at a minute over 1440."""

    weekday: int
    opens: int
    closes: int


def minute(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def parsed(line: str) -> list[Span]:
    """The spans of one line. Raises ValueError if it can't be read."""
    found = SPAN.fullmatch(line.strip())
    if not found:
        raise ValueError(f"hours can't be read: {line!r}")
    first = DAYS.index(found["first"])
    last = DAYS.index(found["last"] or found["first"])
    opens, closes = minute(found["opens"]), minute(found["closes"])
    if closes < opens and closes + MINUTES_A_DAY - opens <= LONGEST_NIGHT:
        closes += MINUTES_A_DAY
    elif closes > MINUTES_A_DAY:
        opens = closes
    if not (first <= last and opens < closes):
        raise ValueError(f"hours run backwards: {line!r}")
    return [Span(weekday, opens, closes) for weekday in range(first, last + 1)]


def grouped(spans: Iterable[Span]) -> list[tuple[int, int, int, int]]:
    """Days that follow each other with the same hours as one: first weekday, last
    weekday, opens, closes."""
    runs: list[tuple[int, int, int, int]] = []
    for span in sorted(spans, key=lambda s: (s.opens, s.closes, s.weekday)):
        if runs:
            first, last, opens, closes = runs[-1]
            if (opens, closes) == (span.opens, span.closes) and (
                span.weekday == last + 1
            ):
                runs[-1] = (first, span.weekday, opens, closes)
                continue
        runs.append((span.weekday, span.weekday, span.opens, span.closes))
    return sorted(runs)
