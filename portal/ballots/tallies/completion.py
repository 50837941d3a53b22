"""Add-one completion: each share grows by one euro until no more fits.

It stops when nothing more that is supported fits the budget, or when one more euro
would buy for more than the budget; then that last euro is not added. This is to the
letter what one euro at a time gives, but leaps over euros that change nothing.

Why a leap is right: while the same things are bought in the same order, larger shares
leave everybody at least as much, so every rate falls or stays. So if each purchase,
at its rate before the leap, is preferred to all others at their rates after it, it is
preferred at every euro between.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from portal.ballots.tallies.outcomes import Ending, Raise
from portal.ballots.tallies.shares import Buyable, Purchase, Purses, purchases


@dataclass(frozen=True)
class Completion:
    raised: int
    bought: Sequence[Purchase]
    ending: Ending
    raises: tuple[Raise, ...]
    over: Raise | None


def complete(
    options: Sequence[Buyable], voters: int, share: Fraction, budget: int
) -> Completion:
    raised, leap = 0, 1
    bought = purchases(options, voters, share)
    raises = [record(raised, bought)]
    while not exhaustive(options, bought, budget):
        ahead = None
        while leap > 1 and ahead is None:
            ahead = repeated(options, voters, share + raised + leap, bought)
            if ahead is None:
                leap //= 2
        if ahead is not None:
            raised, bought, leap = raised + leap, ahead, leap * 2
            continue
        ahead = purchases(options, voters, share + raised + 1)
        reached = record(raised + 1, ahead)
        if reached.spent > budget:
            return Completion(raised, bought, Ending.OVER, tuple(raises), reached)
        if set(reached.options) != set(raises[-1].options):
            raises.append(reached)
        if [one.option for one in ahead] == [one.option for one in bought]:
            leap = 2
        raised, bought = raised + 1, ahead
    return Completion(raised, bought, Ending.EXHAUSTIVE, tuple(raises), None)


def record(raised: int, bought: Iterable[Purchase]) -> Raise:
    options = [purchase.option for purchase in bought]
    spent = sum(option.cost for option in options)
    return Raise(raised, tuple(option.id for option in options), spent)


def exhaustive(
    options: Sequence[Buyable], bought: Iterable[Purchase], budget: int
) -> bool:
    taken = [purchase.option for purchase in bought]
    left = budget - sum(option.cost for option in taken)
    orders = {option.order for option in taken}
    return all(one.cost > left for one in options if one.order not in orders)


def repeated(
    options: Sequence[Buyable], voters: int, share: Fraction, before: Sequence[Purchase]
) -> list[Purchase] | None:
    """The same purchases from a larger share, if certainly none between differ.

    None if that is not certain.
    """
    purses = Purses(voters, share)
    lowest: dict[int, Fraction | None] = {one.order: one.least for one in options}
    ahead = []
    for purchase in before:
        bought = purchase.option
        del lowest[bought.order]
        for order, rate in lowest.items():
            if rate is None or (rate, order) > purchase.rank:
                continue
            price = lowest[order] = purses.rate(options[order])
            if price is None or (price, order) > purchase.rank:
                continue
            if order < bought.order or not options[order].twin(bought):
                return None
        rate = purses.rate(bought)
        assert rate is not None  # noqa: S101  it was affordable from a smaller share
        purses.pay(bought, rate)
        ahead.append(Purchase(rate, bought))
    rest = (options[order] for order, rate in lowest.items() if rate is not None)
    return None if any(purses.rate(one) is not None for one in rest) else ahead
