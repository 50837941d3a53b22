"""Budget: the method of equal shares, and the most votes first for comparison."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from portal.ballots.tallies.completion import complete
from portal.ballots.tallies.outcomes import EqualShares, Round, Row
from portal.ballots.tallies.shares import Buyable, buyables, rounds
from portal.ballots.tallies.terms import Option

Result = tuple[tuple[Row, ...], tuple[int, ...], EqualShares]


def budget(
    ballots: Sequence[Sequence[int]], options: Sequence[Option], limit: int
) -> Result:
    """What is bought within the limit, in euros.

    What costs more than the limit is never bought, nor what nobody supports. What
    costs nothing is bought when somebody supports it.
    """
    cost = {one.id: one.cost for one in options}
    free = buyables([(one, 0) for one in cost if not cost[one]], ballots)
    priced = buyables(
        [(one, cost[one]) for one in cost if 0 < cost[one] <= limit], ballots
    )
    share = Fraction(limit, len(ballots) or 1)
    result = complete(priced, len(ballots), share, limit)
    paid = rounds(priced, len(ballots), share + result.raised, result.bought)
    bought = [one.id for one in free] + [one.option.id for one in result.bought]
    rival = [one.id for one in free] + most_votes_first(priced, limit)
    spent, rival_spent = (sum(map(cost.__getitem__, some)) for some in (bought, rival))
    working = EqualShares(
        budget=limit,
        share=share,
        raised=result.raised,
        ending=result.ending,
        raises=result.raises,
        over=result.over,
        rounds=(*map(given, free), *paid),
        bought=tuple(bought),
        spent=spent,
        left=limit - spent,
        greedy=tuple(rival),
        greedy_spent=rival_spent,
        only_shares=tuple(one for one in bought if one not in rival),
        only_greedy=tuple(one for one in rival if one not in bought),
        too_dear=tuple(one for one in cost if cost[one] > limit),
    )
    return listed(ballots, options, bought), tuple(bought), working


def most_votes_first(options: Iterable[Buyable], limit: int) -> list[int]:
    """Greedy: by supporters, skipping what no longer fits; ties as in equal shares."""
    bought, left = [], limit
    for option in options:
        if option.cost <= left:
            bought.append(option.id)
            left -= option.cost
    return bought


def given(option: Buyable) -> Round:
    """A purchase of what costs nothing."""
    nothing = Fraction(0)
    supporters = len(option.supporters)
    return Round(option.id, 0, nothing, nothing, supporters, 0, nothing)


def listed(
    ballots: Sequence[Sequence[int]], options: Sequence[Option], bought: Sequence[int]
) -> tuple[Row, ...]:
    """What is bought, in order, all first; then the others by supporters, all next."""
    supporters = Counter(option for ballot in ballots for option in set(ballot))
    cost = {one.id: one.cost for one in options}
    others = [one for one in cost if one not in bought]
    others.sort(key=supporters.__getitem__, reverse=True)
    place = dict.fromkeys(bought, 1) | dict.fromkeys(others, len(bought) + 1)
    return tuple(
        Row(one, place[one], {"supporters": supporters[one], "cost": cost[one]})
        for one in (*bought, *others)
    )
