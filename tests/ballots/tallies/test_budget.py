from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.ballots.tallies import Option, Settings, tally
from portal.ballots.tallies.outcomes import Ending, Raise, Round

pytestmark = pytest.mark.no_database


def buy(costs, ballots, budget):
    options = [Option(number, cost) for number, cost in enumerate(costs, 1)]
    return tally("budget", ballots, options, Settings(budget=budget))


def test_a_majority_does_not_take_all():
    # 60 want 1, 2 and 3; 40 want 4 and 5. Most votes first gives the 40 nothing.
    found = buy([30] * 5, [[1, 2, 3]] * 60 + [[4, 5]] * 40, 100)

    assert found.winners == (1, 2, 4)
    assert found.working.rounds == (
        Round(1, 30, Fraction(1, 60), Fraction(1, 2), 60, 0, Fraction(0), (1, 2, 3)),
        Round(2, 30, Fraction(1, 60), Fraction(1, 2), 60, 0, Fraction(0), (2, 3)),
        Round(4, 30, Fraction(1, 40), Fraction(3, 4), 40, 0, Fraction(0), (4, 5)),
    )
    assert found.working.greedy == (1, 2, 3)
    assert (found.working.only_shares, found.working.only_greedy) == ((4,), (3,))
    assert (found.working.spent, found.working.left) == (90, 10)
    assert (found.working.raised, found.working.ending) == (0, Ending.EXHAUSTIVE)
    assert [(row.option, row.place) for row in found.rows] == [
        (1, 1),
        (2, 1),
        (4, 1),
        (3, 4),
        (5, 4),
    ]


def test_who_has_less_left_pays_all_of_it():
    # Each has 3. For 1, voters 1 and 2 pay 2 each. For 2, voter 2 has 1 left.
    found = buy([4, 4], [[1], [1, 2], [2]], 9)

    assert found.working.rounds == (
        Round(1, 4, Fraction(1, 2), Fraction(2), 2, 0, Fraction(0), (1, 2)),
        Round(2, 4, Fraction(3, 4), Fraction(3), 1, 1, Fraction(1)),
    )
    assert found.working.left == 1


def test_shares_are_raised_until_nothing_more_fits():
    # With 3 each, 1 leaves 1 each, and 2 costs 3; with 4 each, both are bought.
    found = buy([6, 3], [[1, 2], [1, 2], [1]], 9)

    working = found.working
    assert (working.share, working.raised, working.ending) == (3, 1, Ending.EXHAUSTIVE)
    assert working.raises == (Raise(0, (1,), 6), Raise(1, (1, 2), 9))
    assert working.over is None


def test_shares_are_not_raised_over_the_budget():
    # Each has 5; with 6 each, both would be bought, for 12.
    found = buy([6, 6], [[1], [2]], 10)

    working = found.working
    assert (working.bought, working.raised, working.ending) == ((), 0, Ending.OVER)
    assert working.over == Raise(1, (1, 2), 12)
    assert working.greedy == (1,)


def test_of_equals_the_one_with_more_supporters_then_the_cheaper_then_the_first():
    # Voters 2 to 4 have nothing left after 3, so for 1 and 2 voter 1 pays all.
    more = buy([6, 6, 30], [[1, 2], [2, 3], [3], [3]], 40)

    assert more.winners == (3, 2)
    assert more.working.rounds[1].tied == (2, 1)
    assert buy([5, 4], [[1, 2]], 5).winners == (2,)
    assert buy([5, 5], [[1, 2]], 5).winners == (1,)


def test_what_is_free_dear_or_unwanted():
    found = buy([0, 0, 11, 10, 10], [[1, 3, 4]], 10)

    assert found.winners == (1, 4)
    assert found.working.too_dear == (3,)
    assert found.working.greedy == (1, 4)
    assert found.working.rounds[0] == Round(
        1, 0, Fraction(0), Fraction(0), 1, 0, Fraction(0)
    )


def offer(cost, whose, left):
    """What a payer pays at most."""
    rich, poor = whose, []
    while True:
        highest = (cost - sum(left[one] for one in poor)) / Fraction(len(rich))
        if all(left[one] >= highest for one in rich):
            return highest
        rich = [one for one in rich if left[one] >= highest]
        poor = [one for one in whose if one not in rich]


def by_the_book(costs, supporters, voters, share):
    """The method of equal shares as its definition says, for one share."""
    left, bought = [share] * voters, []
    while True:
        offers = [
            (offer(cost, whose, left) / cost, -len(whose), cost, number)
            for number, cost in enumerate(costs, 1)
            if number not in bought
            and (whose := supporters[number])
            and sum(left[one] for one in whose) >= cost
        ]
        if not offers:
            return bought
        rate, _, cost, number = min(offers)
        bought.append(number)
        for one in supporters[number]:
            left[one] -= min(left[one], rate * cost)


def one_euro_at_a_time(costs, ballots, budget):
    supporters = {
        number: [voter for voter, ballot in enumerate(ballots) if number in ballot]
        for number in range(1, len(costs) + 1)
    }
    raised, before = 0, []
    while True:
        share = Fraction(budget, len(ballots)) + raised
        bought = by_the_book(costs, supporters, len(ballots), share)
        spent = sum(costs[number - 1] for number in bought)
        if spent > budget:
            return raised - 1, before
        rest = (n for n in supporters if supporters[n] and n not in bought)
        if all(spent + costs[number - 1] > budget for number in rest):
            return raised, bought
        raised, before = raised + 1, bought


@st.composite
def elections(draw):
    costs = draw(st.lists(st.integers(1, 120), min_size=1, max_size=6))
    budget = draw(st.integers(max(costs), max(costs) + sum(costs)))
    ballot = st.lists(st.integers(1, len(costs)), min_size=1, unique=True)
    return costs, draw(st.lists(ballot, min_size=1, max_size=5)), budget


@settings(max_examples=60)
@given(elections())
def test_leaps_give_what_one_euro_at_a_time_gives(election):
    working = buy(*election).working

    assert (working.raised, list(working.bought)) == one_euro_at_a_time(*election)
