"""Recognising that somebody in danger may be asking."""

import re
import unicodedata
from enum import StrEnum

from portal.screening.books import ANY, book

LONGEST_QUESTION = 500
SHORTENED_NOT = re.compile(r"n['’´`]t\b")
WORD = re.compile(r"[^\W_]+")


class Danger(StrEnum):
    VIOLENCE = "violence"
    THREAT = "threat"
    SUICIDE = "suicide"
    CHILD = "child"
    HOMELESS = "homeless"
    OVERDOSE = "overdose"
    CRISIS = "crisis"


def dangers(question: str) -> list[Danger]:
    """The dangers that a question tells of, in the order of the enumeration."""
    lore = book("crisis")
    shortened = question[:LONGEST_QUESTION].casefold()
    plain = SHORTENED_NOT.sub("nt", unicodedata.normalize("NFC", shortened))
    places = lore.elements(WORD.findall(plain))
    calm = lore.calm(places)
    found = {
        pattern.kind
        for pattern, _, _ in lore.standing(places)
        if not (pattern.cancelled and (ANY in calm or pattern.kind in calm))
    }
    return [danger for danger in Danger if danger in found]
