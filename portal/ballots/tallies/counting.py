"""Approval, dots and score: the sum decides."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from portal.ballots.tallies.outcomes import Figure, Row, Spread, places, rows

Result = tuple[tuple[Row, ...], tuple[int, ...]]


def approval(ballots: Sequence[Sequence[int]], options: Sequence[int]) -> Result:
    """Who is approved of by most. The share is of the voters."""
    given = Counter(option for ballot in ballots for option in set(ballot))
    return ordered(
        {option: given[option] for option in options},
        {
            option: {
                "approvals": given[option],
                "share": share(given[option], len(ballots)),
            }
            for option in options
        },
    )


def dots(ballots: Sequence[Mapping[int, int]], options: Sequence[int]) -> Result:
    """Which has most dots. The share is of all dots."""
    given: Counter[int] = Counter()
    givers: Counter[int] = Counter()
    for ballot in ballots:
        given.update(ballot)
        givers.update(option for option, number in ballot.items() if number)
    total = sum(given.values())
    return ordered(
        {option: given[option] for option in options},
        {
            option: {
                "dots": given[option],
                "givers": givers[option],
                "share": share(given[option], total),
            }
            for option in options
        },
    )


def score(
    ballots: Sequence[Mapping[int, int]], options: Sequence[int], top: int
) -> tuple[tuple[Row, ...], tuple[int, ...], Spread]:
    """Which has most points. No opinion adds nothing, so a few can't outweigh many.

    The mean is over those with an opinion, and decides nothing.
    """
    counts = {option: [0] * (top + 1) for option in options}
    for ballot in ballots:
        for option, number in ballot.items():
            counts[option][number] += 1
    points = {
        option: sum(number * times for number, times in enumerate(spread))
        for option, spread in counts.items()
    }
    opinions = {option: sum(spread) for option, spread in counts.items()}
    ranked, winners = ordered(
        points,
        {
            option: {
                "points": points[option],
                "opinions": opinions[option],
                "no_opinion": len(ballots) - opinions[option],
                "mean": share(points[option], opinions[option]),
            }
            for option in options
        },
    )
    spreads = {option: tuple(spread) for option, spread in counts.items()}
    return ranked, winners, Spread(spreads)


def ordered(
    sums: Mapping[int, int], figures: Mapping[int, Mapping[str, Figure]]
) -> Result:
    """Rows by sum; those with the greatest win, if anybody gave them anything."""
    best = max(sums.values(), default=0)
    winners = tuple(option for option, given in sums.items() if given == best and best)
    return rows(places(sums), figures), winners


def share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None
