"""Where words stand: postings in blocks of ids, packed.

A block holds the things whose ids share all but their last thirteen bits. Packed, it is
the offsets in the block (two bytes each, ascending) and then the weights (one byte
each) in the same order.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from portal.db import bare, tuples
from portal.search.models import PostingBlock

BLOCK_BITS = 13
BLOCK_SIZE = 1 << BLOCK_BITS
BYTES_EACH = 3
HEAVIEST = 255
WORDS_AT_ONCE = 400
ROWS_AT_ONCE = 400

ANY = ""
"""The language of what stands in a thing whatever language it is read in."""

Key = tuple[str, str]
"""A word and the language it stands in."""
Blocks = list[tuple[int, bytes]]
"""The packed blocks of one word, each with its number."""
Weights = NDArray[np.float32]
"""A weight for each id from 0."""
Thing = TypeVar("Thing")


def packed(block: Mapping[int, int]) -> bytes:
    """A block from weights by offset."""
    offsets = sorted(block)
    weights = bytes(min(block[offset], HEAVIEST) for offset in offsets)
    return np.array(offsets, "<u2").tobytes() + weights


def unpacked(places: bytes) -> dict[int, int]:
    count = len(places) // BYTES_EACH
    offsets = np.frombuffer(places, "<u2", count)
    return dict(zip(offsets.tolist(), places[2 * count :], strict=True))


def read(kind: str, wanted: Iterable[Key]) -> dict[Key, Blocks]:
    """Where these words stand, whatever the language of the question."""
    keys = set(wanted)
    found: dict[Key, Blocks] = defaultdict(list)
    for some in in_parts(sorted({word for word, _language in keys}), WORDS_AT_ONCE):
        for word, language, block, places in bare(
            PostingBlock.select(
                PostingBlock.word,
                PostingBlock.language,
                PostingBlock.block,
                PostingBlock.places,
            ).where(PostingBlock.kind == kind, PostingBlock.word.in_(some))
        ):
            if (word, language) in keys:
                found[word, language].append((block, places))
    return dict(found)


def after_last(found: Iterable[Blocks]) -> int:
    """The id after the last in these blocks."""
    return 1 + max(
        (block << BLOCK_BITS)
        + int(np.frombuffer(places, "<u2", len(places) // BYTES_EACH)[-1])
        for blocks in found
        for block, places in blocks
    )


def best(told: Iterable[tuple[Blocks, float]], ids: int) -> Weights:
    """The weight of the best place that each thing has among several words, each
    counted by its share."""
    heaviest = np.zeros(ids, np.float32)
    rows = [(*row, share) for blocks, share in told for row in blocks]
    if rows:
        numbers, packs, shares = zip(*rows, strict=True)
        counts = [len(places) // BYTES_EACH for places in packs]
        halves = [(places, 2 * n) for places, n in zip(packs, counts, strict=True)]
        offsets = b"".join([places[:cut] for places, cut in halves])
        weights = b"".join([places[cut:] for places, cut in halves])
        first = np.repeat(np.array(numbers, np.int64) << BLOCK_BITS, counts)
        share_of = np.repeat(np.array(shares, np.float32), counts)
        np.maximum.at(
            heaviest,
            np.frombuffer(offsets, "<u2") + first,
            np.frombuffer(weights, np.uint8) * share_of,
        )
    return heaviest


def write(kind: str, changes: Mapping[Key, Mapping[int, int]]) -> None:
    """Set the weights of these words in these things; a weight of 0 takes the word
    out of the thing."""
    for keys in in_parts(sorted(changes), ROWS_AT_ONCE):
        write_some(kind, {key: changes[key] for key in keys})


def write_some(kind: str, changes: Mapping[Key, Mapping[int, int]]) -> None:
    new = by_block(changes)
    old = old_blocks(kind, new)
    rows = []
    for key, block in sorted(new):
        weights = old.get((key, block), {}) | new[key, block]
        kept = {offset: weight for offset, weight in weights.items() if weight}
        word, language = key
        if kept:
            rows.append((kind, word, language, block, packed(kept)))
        else:
            PostingBlock.delete().where(
                PostingBlock.kind == kind,
                PostingBlock.word == word,
                PostingBlock.language == language,
                PostingBlock.block == block,
            ).execute()
    for some in in_parts(rows, ROWS_AT_ONCE):
        PostingBlock.insert_many(some, fields=FIELDS).on_conflict(
            conflict_target=FIELDS[:-1], preserve=[PostingBlock.places]
        ).execute()


FIELDS = [
    PostingBlock.kind,
    PostingBlock.word,
    PostingBlock.language,
    PostingBlock.block,
    PostingBlock.places,
]


def by_block(
    changes: Mapping[Key, Mapping[int, int]],
) -> dict[tuple[Key, int], dict[int, int]]:
    found: dict[tuple[Key, int], dict[int, int]] = defaultdict(dict)
    for key, weights in changes.items():
        for item_id, weight in weights.items():
            found[key, item_id >> BLOCK_BITS][item_id % BLOCK_SIZE] = weight
    return found


def old_blocks(
    kind: str, touched: Iterable[tuple[Key, int]]
) -> dict[tuple[Key, int], dict[int, int]]:
    words = sorted({word for (word, _language), _block in touched})
    numbers = sorted({block for _key, block in touched})
    return {
        ((word, language), block): unpacked(bytes(places))
        for word, language, block, places in tuples(
            PostingBlock.select(
                PostingBlock.word,
                PostingBlock.language,
                PostingBlock.block,
                PostingBlock.places,
            ).where(
                PostingBlock.kind == kind,
                PostingBlock.word.in_(words),
                PostingBlock.block.in_(numbers),
            )
        )
    }


def in_parts(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some
