"""The method of equal shares with cost utility, in exact whole numbers.

Every voter has the same share. What is bought is paid by its supporters alike, and one
who has less left pays all of it. Each round buys what asks least of a payer for each
euro of its cost (the rate), until no option's supporters have enough together.
Of options with one rate, the one with more supporters is bought, then the cheaper one,
then the one that stands first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush

from portal.ballots.tallies.outcomes import Round


@dataclass(frozen=True)
class Buyable:
    """An option with a cost that somebody supports. order: its place among ties."""

    id: int
    cost: int
    supporters: tuple[int, ...]
    order: int

    @property
    def least(self) -> Fraction:
        """No rate is lower: all supporters pay the same."""
        return Fraction(1, len(self.supporters))

    def twin(self, other: "Buyable") -> bool:
        """Has the same supporters and cost, so always the same rate."""
        return self.cost == other.cost and self.supporters == other.supporters


@dataclass(frozen=True)
class Purchase:
    """In this order purchases are preferred to each other."""

    rate: Fraction
    option: Buyable

    @property
    def rank(self) -> tuple[Fraction, int]:
        return self.rate, self.option.order


def buyables(
    costs: Iterable[tuple[int, int]], ballots: Sequence[Sequence[int]]
) -> list[Buyable]:
    """Of options with their costs, those that somebody supports, by order in ties."""
    supporters: dict[int, list[int]] = {option: [] for option, _ in costs}
    for voter, ballot in enumerate(ballots):
        for option in supporters.keys() & set(ballot):
            supporters[option].append(voter)
    found = [(option, cost) for option, cost in costs if supporters[option]]
    found.sort(key=lambda one: (-len(supporters[one[0]]), one[1]))
    return [
        Buyable(option, cost, tuple(supporters[option]), order)
        for order, (option, cost) in enumerate(found)
    ]


class Purses:
    """What each voter has left, in whole parts of a euro: `scale` of them make one."""

    def __init__(self, voters: int, share: Fraction) -> None:
        self.scale = share.denominator
        self.left = [share.numerator] * voters

    def split(self, option: Buyable) -> tuple[int, int] | None:
        """The parts that the richer payers share, and how many they are.

        None when the supporters don't have enough together.
        """
        due, payers = option.cost * self.scale, len(option.supporters)
        money = sorted(map(self.left.__getitem__, option.supporters))
        if sum(money) < due:
            return None
        for has in money:
            if has * payers >= due:
                break
            due -= has
            payers -= 1
        return due, payers

    def rate(self, option: Buyable) -> Fraction | None:
        """What a payer pays at most for each euro; None when it can't be bought."""
        split = self.split(option)
        return split and Fraction(split[0], split[1] * option.cost * self.scale)

    def pay(self, option: Buyable, rate: Fraction) -> None:
        highest = rate * option.cost * self.scale
        finer, most = highest.denominator, highest.numerator
        if finer > 1:
            self.scale *= finer
            self.left = [has * finer for has in self.left]
        left = self.left
        for voter in option.supporters:
            has = left[voter]
            left[voter] = has - most if has > most else 0


def purchases(
    options: Sequence[Buyable], voters: int, share: Fraction
) -> list[Purchase]:
    """What is bought, in order.

    Rates only rise while money is spent, so an option is priced anew only when the
    rate it had would be the lowest of all.
    """
    purses = Purses(voters, share)
    waiting = [(one.least, one.order) for one in options]
    heapify(waiting)
    bought: list[Purchase] = []
    priced_at: dict[int, int] = {}
    while waiting:
        rate, order = heappop(waiting)
        option = options[order]
        if priced_at.get(order) == len(bought):
            purses.pay(option, rate)
            bought.append(Purchase(rate, option))
        elif (price := purses.rate(option)) is not None:
            heappush(waiting, (price, order))
            priced_at[order] = len(bought)
    return bought


def rounds(
    options: Sequence[Buyable], voters: int, share: Fraction, bought: Iterable[Purchase]
) -> list[Round]:
    """The purchases with who paid what, and what else had the same rate."""
    purses, remaining, found = Purses(voters, share), list(options), []
    for purchase in bought:
        option, rate = purchase.option, purchase.rate
        split = purses.split(option)
        assert split is not None  # noqa: S101  it was bought from these very purses
        due, payers = split
        tied = [one.id for one in remaining if purses.rate(one) == rate]
        found.append(
            Round(
                option=option.id,
                cost=option.cost,
                rate=rate,
                highest=rate * option.cost,
                full=payers,
                short=len(option.supporters) - payers,
                short_paid=option.cost - Fraction(due, purses.scale),
                tied=tuple(tied) if len(tied) > 1 else (),
            )
        )
        remaining.remove(option)
        purses.pay(option, rate)
    return found
