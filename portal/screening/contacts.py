"""Phone numbers and e-mail addresses in running text."""

import re
from collections.abc import Iterator

COUNTRIES = r"358|4[4-9]|37\d|380|3[349]|9[038]|96\d|252"
ABROAD = re.compile(
    rf"(?<![\w+])(?:\+|00(?=[ ]?(?:{COUNTRIES})))(?:[ ]?\(0\)|[ -]?\d){{8,14}}(?!\d)",
    re.ASCII,
)
MOBILE = re.compile(
    r"(?<!\d)(?<!\d[-./,])\(?0(?:4\d|50|7\d)\d?\)?(?:[ ]?[-./][ ]?|[ ])?"
    r"(?:\d[ .-]?){5,7}\d(?![\d-])",
    re.ASCII,
)
NO_PART_BEFORE, NO_PART_AFTER = r"(?<!\d)(?<!\d[-./:])", r"(?!\d|[-.:/]\d)"
LANDLINE = re.compile(
    rf"{NO_PART_BEFORE}(?:\(0[1-9]\d{{0,2}}\)[ ]?|0[1-9]\d{{0,2}}(?:[ ]?[-/][ ]?|[ ]))"
    rf"\d{{2,3}}(?:[ ]?\d{{2,4}}){{1,3}}{NO_PART_AFTER}"
    rf"|{NO_PART_BEFORE}0[1-9]\d{{7,8}}{NO_PART_AFTER}",
    re.ASCII,
)
# Numbers of services and firms, of Finland and of Sweden, in full.
SERVICE = re.compile(
    r"010|020|029|030|0600|0800|07[15]|0700(?=\d{4,5}$)|077[0-4](?=\d{3,6}$)|0900|0939|0944"
)
ABROAD_SERVICE = re.compile(
    r"(?:358(?:10|20|29|30|600|700|800|7[15])|46(?:10|20|77|200|900|9[34])\d|8000)"
)
# Help lines whose numbers look like anybody's.
HELP = frozenset({"0925250111", "0925250112", "0925250113", "080005005", "087021680"})
ORGANISATION = re.compile(r"0\d{6}-\d(?!\d)", re.ASCII)
MONEY = re.compile(r"[ ]?(?:€|eur|kr\b|%|prosent|pros)", re.IGNORECASE)
SHORTEST, LONGEST = 8, 11  # digits of a number inside the country
AT = re.compile(
    r"@|[(\[{][ ]?(?:at|ät|ät-merkki|snabel-?a|miukumauku|a)[ ]?[)\]}][ ]?",
    re.IGNORECASE,
)
SPOKEN_AT = re.compile(
    r"[ ](?:at|ät|snabel-?a|miukumauku)[ ](?=[\w-]{2,40}[ ]?(?:[(\[][ ]?)?"
    r"(?:dot|piste|punkt|\.)[ ]?(?:[)\]][ ]?)?[a-z]{2,10}\b)",
    re.IGNORECASE,
)
DOT = r"(?:\.|\s?[(\[]\s?(?:dot|piste|punkt|\.)\s?[)\]]\s?|\s(?:dot|piste|punkt)\s)"
NAME = re.compile(r"[\w.+%-]{1,64}[ ]?$")
HOST = re.compile(rf"[\w-]{{1,60}}(?:{DOT}[\w-]{{1,30}}){{1,4}}", re.IGNORECASE)
REACH, NAMES = 160, 65  # signs after and before the at sign


def phone_numbers(text: str) -> Iterator[tuple[int, int]]:
    for found in ABROAD.finditer(text):
        digits = digits_of(found[0].replace("(0)", "")).removeprefix("00")
        if not ABROAD_SERVICE.match(digits):
            yield found.span()
    for pattern in (MOBILE, LANDLINE):
        for found in pattern.finditer(text):
            if is_phone(found[0], text[: found.start()][-6:], text[found.end() :][:8]):
                yield found.span()


def is_phone(written: str, before: str, after: str) -> bool:
    digits = digits_of(written)
    if not SHORTEST <= len(digits) <= LONGEST or SERVICE.match(digits):
        return False
    if digits in HELP:
        return False
    if ORGANISATION.match(written + after) or MONEY.match(after):
        return False
    return not re.search(r"\d{4} $", before)  # the middle of an account number


def digits_of(written: str) -> str:
    return "".join(sign for sign in written if sign.isdigit())


def mail_addresses(text: str) -> Iterator[tuple[int, int]]:
    for found in (*AT.finditer(text), *SPOKEN_AT.finditer(text)):
        name = NAME.search(text[max(0, found.start() - NAMES) : found.start()])
        host = HOST.match(text[found.end() : found.end() + REACH])
        if name and host:
            yield found.start() - len(name[0]), found.end() + host.end()
