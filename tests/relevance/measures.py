"""What a list of answers is worth, from the grades of its items."""

from collections.abc import Sequence
from math import log2

CUT = 5
GOOD = 2


def gain(grades: Sequence[int]) -> float:
    """Discounted cumulative gain of the first five."""
    return sum(
        (2**grade - 1) / log2(rank + 1)
        for rank, grade in enumerate(grades[:CUT], start=1)
    )


def ndcg(found: Sequence[int], ideal: Sequence[int]) -> float:
    """`found` are grades in the order of the answers, `ideal` all there are to find."""
    return gain(found) / gain(sorted(ideal, reverse=True))


def succeeds(found: Sequence[int], ideal: Sequence[int]) -> bool:
    """The first answer is good, or the best there is if none is."""
    return bool(found) and found[0] >= min(GOOD, max(ideal))
