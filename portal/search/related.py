"""What a base form can stand for in the things that are searched: words it is a part
of, words that begin with it, words made from the same root."""

from collections.abc import Iterator

from portal.search.analysis import parts
from portal.search.lexicon import SHORTEST_OPENING, Vocabulary

# How much of a word's weight counts when it stands there in another shape.
JOINED_SHARE = 0.95
LAST_PART_SHARE = 0.6
OPENING_SHARE = 0.55
PART_SHARE = 0.5
AKIN_SHARE = 0.35
HEAD_SHARE = 0.25


def related_words(
    base: str, language: str, words: Vocabulary
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """The words that a base form can stand for, with their shares."""
    several = (
        (LAST_PART_SHARE, words.with_last_part.get(base, ())),
        (PART_SHARE, words.with_part.get(base, ())),
        (OPENING_SHARE, words.beginning(base) if len(base) >= SHORTEST_OPENING else ()),
        (AKIN_SHARE, words.akin(base)),
        (AKIN_SHARE, filter(words.__contains__, shortened(base))),
    )
    if base in words:
        yield 1, (base,)
    for share, found in several:
        yield from ((share, (word,)) for word in found)
    pieces = parts(base, language) or words.pieces(base)
    if pieces and all(piece in words for piece in pieces):
        yield JOINED_SHARE, tuple(pieces)
    head = pieces[-1] if pieces else "" if base in words else words.head(base)
    if head in words:
        yield HEAD_SHARE, (head,)


def shortened(base: str) -> list[str]:
    """The form without an ending of one to three letters that the analyser left."""
    return [base[:-cut] for cut in (1, 2, 3) if len(base) - cut >= SHORTEST_OPENING]
