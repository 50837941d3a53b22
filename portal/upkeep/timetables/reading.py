"""From typed lines of hours to rules: `ma-pe 9-15`, `24.12. suljettu`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portal.db import today
from portal.directory.hours import Different, Weekly
from portal.upkeep.timetables import words

DAY = 24 * 60
LONGEST_NIGHT = 16 * 60
DASHES = re.compile(r"\s*[-‐-―−]\s*")
ENDS_A_SENTENCE = re.compile(r"(?<=-\d[.:]\d\d)\.$|(?<=-\d\d[.:]\d\d)\.$")
Timetable = tuple[list[Weekly], list[Different]]


@dataclass
class Unread(ValueError):  # noqa: N818  a refusal, not a fault
    """A line that can't be read: its number from 1, why, and the words it is about.
    `why` is a name of `labels.UNREAD`."""

    why: str
    words: str = ""
    line: int = 0


@dataclass
class Line:
    """What is left of a line while its parts are taken out."""

    rest: str

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.search(self.rest)
        if found:
            self.rest = f"{self.rest[: found.start()]} {self.rest[found.end() :]}"
        return found


def read(text: str) -> Timetable:
    """The rules of several lines. Raises Unread for the first that can't be read."""
    weekly: list[Weekly] = []
    different: list[Different] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            usual, special = read_line(line)
        except Unread as unread:
            unread.line = number
            raise
        weekly += usual
        different += special
    return list(dict.fromkeys(weekly)), list(dict.fromkeys(different))


def read_line(typed: str) -> Timetable:
    text = DASHES.sub("-", " ".join(typed.casefold().split()))
    line = Line(ENDS_A_SENTENCE.sub("", text.replace(";", ",")))
    first, last = season(line)
    every = weeks_between(line)
    closed = bool(line.take(words.CLOSED))
    line.take(words.OPEN)
    times = list(spans(line))
    days = list(weekdays(line))
    if closed and times:
        raise Unread("closed-and-open", typed)
    if days and not closed:
        return weekly(typed, days, times, first, last, every), []
    if days and first is None and last is None:
        return [], []
    if days:
        raise Unread("days-and-closed", typed)
    if first is None:
        raise Unread("no-days" if times else "nothing", typed)
    if not times and not closed:
        raise Unread("no-times", typed)
    whole = (first, last or first)
    return [], [Different(*whole, *span) for span in times] or [Different(*whole)]


def weekly(  # noqa: PLR0913, PLR0917  the parts of one line
    typed: str,
    days: list[int],
    times: list[tuple[int, int]],
    first: date | None,
    last: date | None,
    every: int,
) -> list[Weekly]:
    if not times:
        raise Unread("no-times", typed)
    if every > 1 and first is None:
        raise Unread("no-first-week", typed)
    return [Weekly(day, *span, first, last, every) for day in days for span in times]


def season(line: Line) -> tuple[date | None, date | None]:
    """The first and the last day that a line is about; one date alone is both,
    unless a word says which."""
    if found := line.take(words.RANGE):
        return both_ends(*found.groups())
    from_, until = line.take(words.FROM_DATE), line.take(words.UNTIL_DATE)
    first = day_of(from_["a"] or from_["b"]) if from_ else None
    last = day_of(until["a"] or until["b"], first) if until else None
    if from_ or until:
        if first and last and last < first:
            raise Unread("backwards", f"{first:%-d.%-m.%Y}–{last:%-d.%-m.%Y}")
        return first, last
    if found := line.take(words.ONE_DATE):
        only = day_of(found[1])
        return only, only
    return None, None


def both_ends(first: str, last: str) -> tuple[date, date]:
    """`24.-26.12.` and `1.6.-31.8.`; a year that is left out is the coming one."""
    end = day_of(last)
    if first.count(".") == 1:
        first += last.split(".", 1)[1]
    if "-" in first or not first.endswith("."):
        begin = day_of(first)
        end = day_of(last, begin)
    else:
        begin = day_of(f"{first}{end.year}")
        if begin > end:
            begin = begin.replace(year=end.year - 1)
            if last.endswith(".") and begin < today() and end < today():
                begin, end = (d.replace(year=d.year + 1) for d in (begin, end))
    if end < begin:
        raise Unread("backwards", f"{first}–{last}")
    return begin, end


def day_of(written: str, after: date | None = None) -> date:
    """The date; without a year the first such day from today, or from `after`."""
    try:
        if "-" in written:
            return date.fromisoformat(written)
        number, month, year = written.split(".")
        if year:
            return date(int(year), int(month), int(number))
        start = after or today()
        found = date(start.year, int(month), int(number))
        return found if found >= start else found.replace(year=start.year + 1)
    except ValueError as error:
        raise Unread("no-such-date", written) from error


def weeks_between(line: Line) -> int:
    if line.take(words.EVERY_SECOND):
        return 2
    if found := line.take(words.EVERY_NUMBER):
        return max(int(found[1]), 1)
    line.take(words.EVERY_WEEK)
    found = words.EVERY_WORD.search(line.rest)
    for number, names in words.NUMBERS.items():
        if found and found[1] in names:
            line.take(words.EVERY_WORD)
            return number
    return 1


def spans(line: Line) -> Iterable[tuple[int, int]]:
    """Opening and closing minutes; what closes after midnight closes over 1440."""
    if line.take(words.AROUND_THE_CLOCK):
        yield 0, DAY
    while found := line.take(words.TIMES):
        opens, closes = minute(found[1], found[2]), minute(found[3], found[4])
        if closes <= opens and closes + DAY - opens <= LONGEST_NIGHT:
            closes += DAY
        if not opens < closes or opens >= DAY:
            raise Unread("times-backwards", found[0].strip())
        yield opens, closes


def minute(hours: str, minutes: str | None) -> int:
    found = int(hours) * 60 + int(minutes or 0)
    if found > DAY:
        raise Unread("no-such-time", f"{hours}.{minutes}" if minutes else hours)
    return found


def weekdays(line: Line) -> Iterable[int]:
    if line.take(words.EVERY_DAY):
        yield from range(7)
    left = words.AND.sub(" ", words.AT.sub(" ", line.rest)).replace(",", " ")
    for part in filter(None, (word.strip(".") for word in left.split())):
        if part in words.RUNS:
            first, last = words.RUNS[part]
            yield from range(first, last + 1)
            continue
        ends = [words.weekday(word.strip(":")) for word in part.split("-")]
        if len(ends) > 2 or None in ends:  # noqa: PLR2004  from and to
            raise Unread("not-understood", part)
        first, last = ends[0] or 0, ends[-1] or 0
        run = last - first if first <= last else last + 7 - first
        yield from ((first + step) % 7 for step in range(run + 1))
