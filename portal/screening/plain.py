"""Text without disguise: what looks alike is written alike."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

ORDINARY = re.compile(r"[\x00-\xac\xae-\xff–—−‐‑•…€’‘“”\u00a0\u202f\u2009]*")
LIGATURE = 3  # letters in one sign
PLAINEST = re.compile(r"[ -_a-~\nåäöÅÄÖéü€…”“•]*")
INVISIBLE = "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u3164\ufeff\uffa0"
ALIKE = str.maketrans(
    dict.fromkeys("–—−‐‑‒―﹣－", "-")
    | dict.fromkeys("\xa0\u202f\u2009\u2002\u2003\u2007\u3000\t", " ")
    | dict.fromkeys("’‘´`", "'")
)


@dataclass(frozen=True)
class Plain:
    """`places[i]` is where the sign `text[i]` stood; None where nothing moved."""

    text: str
    places: list[int] | None = None

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def plain(written: str) -> Plain:
    if PLAINEST.fullmatch(written):
        return Plain(written)
    if ORDINARY.fullmatch(written):
        return Plain(written.translate(ALIKE))
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(written.translate(ALIKE)):
        for shown in undisguised(sign):
            if unicodedata.combining(shown) and signs:
                signs[-1] = composed(signs[-1], shown)
                continue
            signs.append(shown)
            places.append(place)
    return Plain("".join(signs), places)


@lru_cache(maxsize=512)
def undisguised(sign: str) -> str:
    """A full-width or Arabic digit is a digit; what can't be seen is nothing."""
    if sign in INVISIBLE or unicodedata.category(sign) == "Cf":
        return ""
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    shown = unicodedata.normalize("NFKC", sign)
    return shown if len(shown) <= LIGATURE else sign


def composed(letter: str, mark: str) -> str:
    one = unicodedata.normalize("NFC", letter + mark)
    return one if len(one) == 1 else letter
