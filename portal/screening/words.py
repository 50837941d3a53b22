"""The words of a text, sentence by sentence."""

import re
from collections.abc import Iterator
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:'t\b)?")
PLAIN_GAPS = frozenset({" ", ", ", "-"})
END = re.compile(r"[.!?;\n]")
NOT = "'t"
INITIAL = 1  # letters of what stands before a full stop and is short for a name
LONGEST_WORD = 40  # letters that are looked at
LONGEST = 80  # words of a sentence that are looked at together


class Word(NamedTuple):
    written: str
    small: str
    start: int
    end: int
    gap: str  # what stands between it and the word before it
    capital: bool


def sentences(text: str) -> Iterator[list[Word]]:
    words: list[Word] = []
    end = 0
    for found in WORD.finditer(text):
        start, written = found.start(), found[0]
        gap = text[end:start]
        if words and (len(words) >= LONGEST or ends(words[-1], gap)):
            yield words
            words = []
        end = found.end()
        small = written[:LONGEST_WORD].casefold()
        if small.endswith(NOT):
            small = small.replace("'", "")
        words.append(Word(written, small, start, end, gap, written[0].isupper()))
    if words:
        yield words


def ends(last: Word, gap: str) -> bool:
    """`M. Virtanen` goes on."""
    if gap in PLAIN_GAPS or not END.search(gap):
        return False
    return not (gap == ". " and len(last.written) == INITIAL and last.capital)
