"""Finnish and Swedish personal identity codes in running text."""

import re
from datetime import date

FINNISH = re.compile(
    r"(?<![0-9A-Z])(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d) ?[-–+A-FU-Y] ?"
    r"(?P<number>\d{3})(?P<check>[0-9A-Y])(?![0-9A-Z])",
    re.IGNORECASE,
)
SWEDISH = re.compile(
    r"(?<!\d)(?:\d\d)?(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)(?P<sign> ?[-–+] ?)?"
    r"(?P<number>\d{3})(?P<check>\d)(?!\d)"
)
CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
LEAP_YEAR = 2000
COORDINATION = 60  # added to the day of somebody who has no number of their own yet
WITH_CENTURY = 12


def holds_identity_code(text: str) -> bool:
    """Whether somebody's identity code stands in the text, by its check sign."""
    finnish = any(is_finnish(found) for found in FINNISH.finditer(text))
    return finnish or any(is_swedish(found) for found in SWEDISH.finditer(text))


def is_day(month: str, day: int) -> bool:
    try:
        date(LEAP_YEAR, int(month), day)
    except ValueError:
        return False
    return True


def is_finnish(found: re.Match[str]) -> bool:
    number = int("".join(found.group("day", "month", "year", "number")))
    check = CHECKS[number % len(CHECKS)]
    return check == found["check"].upper() and is_day(found["month"], int(found["day"]))


def is_swedish(found: re.Match[str]) -> bool:
    """Without a sign in it, only a number with its century is one: ten digits in a
    row are more often a phone number."""
    digits = "".join(sign for sign in found[0] if sign.isdigit())
    if not found["sign"] and len(digits) < WITH_CENTURY:
        return False
    day = int(found["day"]) % COORDINATION
    doubled = [int(sign) * (2 - place % 2) for place, sign in enumerate(digits[-10:])]
    sum_of_digits = sum(value // 10 + value % 10 for value in doubled)
    return sum_of_digits % 10 == 0 and is_day(found["month"], day)
