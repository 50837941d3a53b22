"""Finnish and Swedish personal identity codes in running text."""

import re
from collections.abc import Iterator
from datetime import date

from portal.screening.plain import plain

FINNISH = re.compile(
    r"(?<![0-9A-Z])(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d) ?(?P<sign>[-+A-FU-Y ]) ?"
    r"(?P<number>\d{3})(?P<check>[0-9A-Y])(?![0-9A-Z])",
    re.ASCII | re.IGNORECASE,
)
SWEDISH = re.compile(
    r"(?<![\d+])(?P<century>1[89]|20)?(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"(?P<sign> ?[-+] ?| )?(?P<number>\d{3})(?P<check>\d)(?!\d)",
    re.ASCII,
)
CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
CENTURIES = dict.fromkeys("ABCDEF", 2000) | {"+": 1800}
COORDINATION = 60  # added to the day of somebody who has no number of their own yet


def holds_identity_code(text: str) -> bool:
    """Whether somebody's identity code stands in the text, by its check sign."""
    return any(True for _ in identity_codes(plain(text).text))


def identity_codes(text: str) -> Iterator[tuple[int, int]]:
    for found in FINNISH.finditer(text):
        if is_finnish(found):
            yield found.span()
    for found in SWEDISH.finditer(text):
        if is_swedish(found):
            yield found.span()


def is_day(year: int, month: str, day: int) -> bool:
    try:
        date(year, int(month), day)
    except ValueError:
        return False
    return True


def is_finnish(found: re.Match[str]) -> bool:
    """With a space for a sign, only a letter at the end makes it a code."""
    number = int("".join(found.group("day", "month", "year", "number")))
    check, sign = found["check"].upper(), found["sign"].upper()
    if CHECKS[number % len(CHECKS)] != check or (sign == " " and check.isdigit()):
        return False
    year = CENTURIES.get(sign, 1900) + int(found["year"])
    return is_day(year, found["month"], int(found["day"]))


def is_swedish(found: re.Match[str]) -> bool:
    """Ten digits in a row that begin with 0 are more often a phone number."""
    sign = (found["sign"] or "").strip()
    if not (sign or found["century"]) and (found["sign"] or found["year"][0] == "0"):
        return False
    digits = "".join(found.group("year", "month", "day", "number", "check"))
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    if sum(value // 10 + value % 10 for value in doubled) % 10:
        return False
    days = int(found["day"])
    day = days - COORDINATION if days > COORDINATION else days
    if found["century"]:
        return is_day(int(found["century"] + found["year"]), found["month"], day)
    centuries = (1800, 1900) if sign == "+" else (1900, 2000)
    return any(
        is_day(century + int(found["year"]), found["month"], day)
        for century in centuries
    )
