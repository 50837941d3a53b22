"""Random elections, the same each time: written down once with what libraries say."""

import random
from collections.abc import Iterator

COUNT = 400


def rankings() -> Iterator[dict]:
    """Ballots are tiers, best first; what one leaves out stands last.

    Few voters, so that tied pairs and tied paths are common.
    """
    for seed in range(COUNT):
        dice = random.Random(seed)  # noqa: S311  the same each time
        options = list(range(1, dice.randint(1, 7) + 1))
        voters = dice.choice([1, 2, 3, 4, 5, 6, 7, 8, 12, 15])
        kinds = [ranking(dice, options) for _ in range(dice.randint(1, voters))]
        yield {
            "options": len(options),
            "ballots": [dice.choice(kinds) for _ in range(voters)],
        }


def ranking(dice: random.Random, options: list[int]) -> list[list[int]]:
    named = dice.sample(options, dice.randint(1, len(options)))
    tiers = [[named[0]]]
    for option in named[1:]:
        if dice.random() < 0.2:
            tiers[-1].append(option)
        else:
            tiers.append([option])
    return tiers


def budgets() -> Iterator[dict]:
    """Ballots are options within the budget. Costs are often equal, budgets tight."""
    for seed in range(COUNT):
        dice = random.Random(seed + 1_000_000)  # noqa: S311
        size = dice.randint(1, 10)
        unit = dice.choice([1, 1, 7, 50])
        costs = [unit * dice.randint(1, dice.choice([2, 10, 30])) for _ in range(size)]
        most = sum(costs)
        tight = max(costs[0], most * dice.randint(2, 7) // 10)
        budget = dice.choice([tight, tight, dice.randint(min(costs), most + 1)])
        if dice.random() < 0.1:
            costs[dice.randrange(size)] = most + 5
        voters = dice.choice([1, 2, 3, 4, 6, 8, 10, 14, 20])
        yield {
            "budget": budget,
            "costs": costs,
            "ballots": [knapsack(dice, costs, budget) for _ in range(voters)],
        }


def knapsack(dice: random.Random, costs: list[int], budget: int) -> list[int]:
    """Option n (from 1) costs costs[n - 1]. May be empty when nothing fits."""
    chosen, left = [], budget
    for option in dice.sample(range(1, len(costs) + 1), dice.randint(1, len(costs))):
        if costs[option - 1] <= left:
            chosen.append(option)
            left -= costs[option - 1]
    return sorted(chosen)
