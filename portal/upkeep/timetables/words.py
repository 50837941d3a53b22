"""The words that lines of hours are made of, in the languages people type them in."""

import re

# Each day by the whole names it may be a beginning of; 0 is Monday.
DAYS = (
    ("maanantaisin", "måndagar", "mandag", "mondays"),
    ("tiistaisin", "tisdagar", "tuesdays"),
    ("keskiviikkoisin", "onsdagar", "wednesdays"),
    ("torstaisin", "torsdagar", "thursdays"),
    ("perjantaisin", "fredagar", "fridays"),
    ("lauantaisin", "lördagar", "saturdays"),
    ("sunnuntaisin", "söndagar", "sundays"),
)
SHORTEST_DAY = 2
RUNS = {
    "arkisin": (0, 4),
    "arkipäivisin": (0, 4),
    "vardagar": (0, 4),
    "weekdays": (0, 4),
    "viikonloppuisin": (5, 6),
    "helger": (5, 6),
    "weekends": (5, 6),
    "päivittäin": (0, 6),
    "dagligen": (0, 6),
    "daily": (0, 6),
}
EVERY_DAY = re.compile(r"\b(joka päivä|alla dagar|varje dag|every day)\b")
AROUND_THE_CLOCK = re.compile(
    r"\b(ympäri vuorokauden|dygnet runt|around the clock|24 ?h|24/7)(?!\w)"
)
CLOSED = re.compile(r"\b(suljettu|kiinni|stängt|closed)\b")
OPEN = re.compile(r"\b(auki|avoinna|öppet|open)\b")
AT = re.compile(r"\b(klo|kello|kl|at)\b\.?")
AND = re.compile(r"\b(ja|sekä|och|and)\b|&")
NUMBERS = {
    2: ("toinen", "annan", "second", "other", "2nd"),
    3: ("kolmas", "tredje", "third", "3rd"),
    4: ("neljäs", "fjärde", "fourth", "4th"),
}
WEEKS = r"(?:viikko|vecka|weeks?)\b"
EVERY_NUMBER = re.compile(rf"\b(?:joka|var|every) (\d)\.? {WEEKS}")
EVERY_WORD = re.compile(rf"\b(?:joka|var|vart|every) (\w+) {WEEKS}")
EVERY_SECOND = re.compile(
    rf"\b(?:varannan|joka toinen|every (?:second|other))(?: {WEEKS}| (?=\w))"
)
EVERY_WEEK = re.compile(rf"\b(?:joka|varje|every) {WEEKS}")

DAY_OF_MONTH = r"\d{1,2}\.\d{1,2}\.(?:\d{4})?|\d{4}-\d{2}-\d{2}"
FROM = r"(?:alkaen|från och med|från|fr\.? ?o\.? ?m\.?|starting|from|since)"
UNTIL = r"(?:saakka|asti|till och med|till|t\.? ?o\.? ?m\.?|until|through)"
RANGE = re.compile(rf"(\d{{1,2}}\.(?=-)|{DAY_OF_MONTH}) ?- ?({DAY_OF_MONTH})(?!\d)")
FROM_DATE = re.compile(
    rf"\b{FROM} (?P<a>{DAY_OF_MONTH})|(?P<b>{DAY_OF_MONTH}) (?:alkaen|lähtien)\b"
)
UNTIL_DATE = re.compile(
    rf"\b{UNTIL} (?P<a>{DAY_OF_MONTH})|(?P<b>{DAY_OF_MONTH}) (?:saakka|asti)\b"
)
ONE_DATE = re.compile(rf"(?<!\d)({DAY_OF_MONTH})(?!\d)")
CLOCK = r"(\d{1,2})(?:[.:]([0-5]\d))?"
TIMES = re.compile(rf"(?<![\d.:]){CLOCK} ?- ?{CLOCK}(?![\d:])")


def weekday(word: str) -> int | None:
    """Which day a word, or the beginning of one, is; None if it is none."""
    word = word.rstrip(".")
    if len(word) < SHORTEST_DAY:
        return None
    for number, names in enumerate(DAYS):
        if any(name.startswith(word) for name in names):
            return number
    return None
