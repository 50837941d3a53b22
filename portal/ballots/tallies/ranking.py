"""Ranking by Schulze's method with winning votes."""

from collections.abc import Sequence

from portal.ballots.tallies.outcomes import Figure, Matrix, Paths, Row, rows

Tiers = Sequence[Sequence[int]]


def ranking(
    ballots: Sequence[Tiers], options: Sequence[int]
) -> tuple[tuple[Row, ...], tuple[int, ...], Paths]:
    """An option beats another whose path back is weaker; the unbeaten win.

    What a ballot leaves out stands last on it, tied. A place is one more than the
    number of options that beat this one, so ties stay ties.
    """
    preferred = pairs(ballots, options)
    links = majorities(preferred)
    strengths, onward = strongest(links)
    size = range(len(options))
    beats = [sum(strengths[i][j] > strengths[j][i] for j in size) for i in size]
    beaten = [sum(strengths[j][i] > strengths[i][j] for j in size) for i in size]
    figures: dict[int, dict[str, Figure]] = {
        option: {"beats": beats[at], "beaten_by": beaten[at], "first": 0, "ranked": 0}
        for at, option in enumerate(options)
    }
    for at, name in ((0, "first"), (None, "ranked")):
        for option, times in placed(ballots, at).items():
            figures[option][name] = times
    places = {option: beaten[at] + 1 for at, option in enumerate(options)}
    winners = [option for option in options if places[option] == 1] if ballots else []
    working = Paths(tuple(options), frozen(preferred), links, strengths, onward)
    return rows(places, figures), tuple(winners), working


def placed(ballots: Sequence[Tiers], at: int | None) -> dict[int, int]:
    """How often each option stands in this tier, or in any."""
    found: dict[int, int] = {}
    for ballot in ballots:
        for tier in ballot if at is None else ballot[at : at + 1]:
            for option in tier:
                found[option] = found.get(option, 0) + 1
    return found


def pairs(ballots: Sequence[Tiers], options: Sequence[int]) -> list[list[int]]:
    """How many voters put the row's option before the column's."""
    index = {option: at for at, option in enumerate(options)}
    counts = [[0] * len(options) for _ in options]
    for ballot in ballots:
        below = set(range(len(options)))
        for tier in ballot:
            upper = [index[option] for option in tier]
            below.difference_update(upper)
            for i in upper:
                row = counts[i]
                for j in below:
                    row[j] += 1
    return counts


def majorities(preferred: Sequence[Sequence[int]]) -> Matrix:
    size = range(len(preferred))
    return tuple(
        tuple(preferred[i][j] if preferred[i][j] > preferred[j][i] else 0 for j in size)
        for i in size
    )


def strongest(links: Matrix) -> tuple[Matrix, Matrix]:
    """Strength of the strongest path of each pair, and the first step on it."""
    size = range(len(links))
    strength = [list(row) for row in links]
    onward = [[j if links[i][j] else -1 for j in size] for i in size]
    for through in size:
        second = strength[through]
        for i in size:
            row = strength[i]
            reach = row[through]
            if i == through or not reach:
                continue
            for j in size:
                held = min(reach, second[j])
                if held > row[j] and i != j:
                    row[j] = held
                    onward[i][j] = onward[i][through]
    return frozen(strength), frozen(onward)


def frozen(matrix: Sequence[Sequence[int]]) -> Matrix:
    return tuple(tuple(row) for row in matrix)
