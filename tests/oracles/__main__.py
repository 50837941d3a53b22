"""Write down what reference libraries say of our random elections: `make oracles`.

Ties. In rankings none are broken: the whole relation "beats" is compared, so what is
tied with us must be tied there. In budgets both break them by one rule: of options with
the lowest rate (or the most votes) the one with more supporters, then the cheaper, then
the one that stands first. The libraries don't know options dearer than the budget and
ballots that are blank: those are left out for them.
"""

import json
import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from pabutools.election import (
    ApprovalBallot,
    ApprovalProfile,
    Cost_Sat,
    Instance,
    Project,
)
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares
from pabutools.tiebreaking import TieBreakingRule
from pref_voting.margin_based_methods import beat_path_defeat
from pref_voting.profiles_with_ties import ProfileWithTies

from tests.oracles.elections import budgets, rankings

FOLDER = Path(__file__).parent
TIES = TieBreakingRule(
    lambda _, profile, project: (
        -profile.approval_score(project),
        project.cost,
        int(project.name),
    )
)


def schulze(election: dict) -> list[list[int]]:
    """Which option beats which."""
    options = list(range(1, election["options"] + 1))
    ranks = [
        {option: rank for rank, tier in enumerate(ballot, 1) for option in tier}
        for ballot in election["ballots"]
    ]
    profile = ProfileWithTies(ranks, candidates=options)
    profile.use_extended_strict_preference()
    beats = beat_path_defeat(profile, strength_function=profile.support)
    return sorted([int(one), int(other)] for one, other in beats.edges)


def equal_shares(election: dict) -> dict:
    """What is bought in order, what is added to shares, what each voter has left."""
    budget = election["budget"]
    projects = {
        option: Project(str(option), cost)
        for option, cost in enumerate(election["costs"], 1)
        if cost <= budget
    }
    said = [ballot for ballot in election["ballots"] if ballot]
    if not said:
        return {"bought": [], "first": [], "greedy": []}
    instance = Instance(projects.values(), budget_limit=budget)
    profile = ApprovalProfile(
        [ApprovalBallot(projects[option] for option in ballot) for ballot in said],
        instance=instance,
    )
    asked = {"sat_class": Cost_Sat, "tie_breaking": TIES}
    first = method_of_equal_shares(instance, profile, **asked)
    final = method_of_equal_shares(
        instance, profile, **asked, voter_budget_increment=1, analytics=True
    )
    greedy = greedy_utilitarian_welfare(instance, profile, **asked)
    runs = final.details.iterations
    return {
        "bought": numbers(final),
        "first": numbers(first),
        "greedy": [
            option
            for option in numbers(greedy)
            if any(option in ballot for ballot in said)
        ],
        "share": str(runs[0].voters_budget[0]),
        "left": [str(left) for left in runs[-1].voters_budget],
    }


def numbers(projects: Iterable[Project]) -> list[int]:
    return [int(project.name) for project in projects]


def write(name: str, library: str, elections: Iterable[dict], oracle: object) -> None:
    lines = [
        json.dumps(election | {"says": oracle(election)}, separators=(",", ":"))
        for election in elections
    ]
    head = json.dumps(f"{library} {version(library)}")
    body = ",\n".join(lines)
    text = f'{{"from":{head},"elections":[\n{body}\n]}}\n'
    (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
    sys.stdout.write(f"{name}.json: {len(lines)} elections, {len(text) // 1000} kB\n")


if __name__ == "__main__":
    write("rankings", "pref_voting", rankings(), schulze)
    write("budgets", "pabutools", budgets(), equal_shares)
