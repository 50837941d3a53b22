"""Plates of Finnish and Swedish cars."""

import re
from collections.abc import Iterator

from portal.screening.books import DATA

FINNISH = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,3}-[1-9]\d{0,2}(?![\w-]|[.,]\d)")
SWEDISH = re.compile(
    r"(?<![\w-])[A-HJ-PR-UW-Z]{3} ?\d\d[\dA-HJ-PR-UW-Z](?![\w-]|[.,]\d| ?[€%])"
)
SMALL = re.compile(r"(?<![\w-])[a-zåäö]{2,3}[- ]?[1-9]\d{1,2}[a-z]?(?![\w-]|[.,]\d)")
CAR = re.compile(
    r"\b(?:\w*auto(?:n|lla|sta|ssa|a)?|rekisteri\w*|rekkari\w*|rek|kilpi|kilve\w*|"
    r"ajoneuvo\w*|paku\w*|taksi\w*|henkilöauto\w*|mersu\w*|volvo\w*|toyota\w*|audi(?:n|lla)?|"
    r"bil(?:en|ens)?|\w+bil(?:en)?|reg(?:nr|istrering\w*)?|skylt\w*|taxi\w*|fordon\w*|"
    r"skåpbil\w*|cars?|van|plates?|vehicle|licen[cs]e|registration|lorry)\b",
    re.IGNORECASE,
)
LETTERS = re.compile(r"[A-ZÅÄÖ]{2,3}")
VOWELS = frozenset("AEIOUYÅÄÖ")
NEAR = 60  # signs on either side in which a car is spoken of
# Letters that stand before numbers and are no plate.
ABBREVIATIONS = frozenset((DATA / "abbreviations.txt").read_text("utf-8").split())


def plates(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (FINNISH, SWEDISH, SMALL):
        for found in pattern.finditer(text):
            letters = LETTERS.match(found[0].upper())
            if (
                letters
                and letters[0] not in ABBREVIATIONS
                and (sure(found[0], pattern) or spoken_of_cars(text, *found.span()))
            ):
                yield found.span()


def sure(written: str, pattern: re.Pattern[str]) -> bool:
    """Whether it is a plate though no car is spoken of."""
    if pattern is FINNISH:
        return len(written) >= len("ABC-12") and written[2] != "-"
    if pattern is SWEDISH:
        return written[-1].isalpha() or not set(written[:3]) & VOWELS
    return False


def spoken_of_cars(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    return any(CAR.search(part) for part in around)
