import random
from itertools import pairwise, permutations

import pytest

from portal.ballots.tallies import Option, Settings, tally

pytestmark = pytest.mark.no_database

# The first example of Schulze, "A new monotonic, clone-independent, reversal symmetric,
# and Condorcet-consistent single-winner election method" (2011), 45 voters.
PAPER = {
    "acbed": 5,
    "adecb": 5,
    "bedac": 8,
    "cabed": 3,
    "caebd": 7,
    "cbade": 2,
    "dceba": 7,
    "ebadc": 8,
}
NUMBERS = {letter: number for number, letter in enumerate("abcde", 1)}


def rank(ballots, size):
    options = [Option(number) for number in range(1, size + 1)]
    return tally("ranking", ballots, options, Settings())


def order(found):
    return [(row.option, row.place) for row in found.rows]


def test_schulze_paper_example():
    ballots = [
        [[NUMBERS[letter]] for letter in ballot]
        for ballot, times in PAPER.items()
        for _ in range(times)
    ]

    found = rank(ballots, 5)

    assert order(found) == [(5, 1), (1, 2), (3, 3), (2, 4), (4, 5)]
    assert found.winners == (5,)
    assert found.working.preferred == (
        (0, 20, 26, 30, 22),
        (25, 0, 16, 33, 18),
        (19, 29, 0, 17, 24),
        (15, 12, 28, 0, 14),
        (23, 27, 21, 31, 0),
    )
    assert found.working.strengths == (
        (0, 28, 28, 30, 24),
        (25, 0, 28, 33, 24),
        (25, 29, 0, 29, 24),
        (25, 28, 28, 0, 24),
        (25, 28, 28, 31, 0),
    )
    assert found.working.path(1, 2) == (1, 4, 3, 2)
    assert found.rows[0].figures == {
        "beats": 4,
        "beaten_by": 0,
        "first": 8,
        "ranked": 45,
    }


def test_a_circle_of_equals_is_a_tie():
    found = rank([[[1], [2], [3]], [[2], [3], [1]], [[3], [1], [2]]], 3)

    assert order(found) == [(1, 1), (2, 1), (3, 1)]
    assert found.winners == (1, 2, 3)


def test_a_tie_with_both_is_kept_though_one_beats_the_other():
    # 1 is even with 2 and with 3; 3 is before 2 on both ballots.
    found = rank([[[1], [3], [2]], [[3], [2], [1]]], 3)

    assert order(found) == [(1, 1), (3, 1), (2, 2)]
    assert found.winners == (1, 3)


def test_what_is_left_out_stands_last_and_tied():
    found = rank([[[2]], [[2]], [[3], [2]]], 4)

    assert order(found) == [(2, 1), (3, 2), (1, 3), (4, 3)]
    assert found.working.preferred[0] == (0, 0, 0, 0)


def test_paths_are_as_strong_as_they_say():
    dice = random.Random(5)  # noqa: S311  the same each time
    orders = list(permutations(range(1, 6)))
    for _ in range(60):
        ballots = [
            [[option] for option in dice.choice(orders)[: dice.randint(1, 5)]]
            for _ in range(dice.randint(1, 9))
        ]

        paths = rank(ballots, 5).working

        for i, start in enumerate(paths.options):
            for j, end in enumerate(paths.options):
                steps = [paths.options.index(one) for one in paths.path(start, end)]
                held = [
                    paths.links[one][following] for one, following in pairwise(steps)
                ]
                assert min(held, default=0) == paths.strengths[i][j]
