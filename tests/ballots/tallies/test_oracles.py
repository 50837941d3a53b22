"""Our tallies against what reference libraries said (`make oracles`)."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from portal.ballots.tallies import Option, Settings, tally
from portal.ballots.tallies.outcomes import Ending
from tests.oracles import elections

pytestmark = pytest.mark.no_database

ORACLES = Path(elections.__file__).parent


def said(name):
    return json.loads((ORACLES / f"{name}.json").read_text())["elections"]


def test_expectations_are_of_the_elections_that_the_code_makes():
    # Only in these can both be tried anew.
    for name, made in (
        ("rankings", elections.rankings()),
        ("budgets", elections.budgets()),
    ):
        written = [{**one} for one in said(name)]
        for one in written:
            del one["says"]

        assert written == list(made)


def test_ranking_beats_whom_the_library_says():
    for election in said("rankings"):
        options = [Option(number) for number in range(1, election["options"] + 1)]

        paths = tally("ranking", election["ballots"], options, Settings()).working

        ours = [
            [one, other]
            for i, one in enumerate(paths.options)
            for j, other in enumerate(paths.options)
            if paths.strengths[i][j] > paths.strengths[j][i]
        ]
        assert ours == election["says"], election


def test_budget_buys_what_the_library_says():
    for election in said("budgets"):
        says, budget = election["says"], election["budget"]
        options = [Option(one, cost) for one, cost in enumerate(election["costs"], 1)]

        found = tally("budget", election["ballots"], options, Settings(budget=budget))

        working = found.working
        assert list(working.bought) == says["bought"], election
        assert list(working.raises[0].options) == says["first"], election
        assert list(working.greedy) == says["greedy"], election
        if found.voters:
            assert str(working.share + working.raised) == says["share"], election
            assert left_over(working, found.voters) == sum(map(Fraction, says["left"]))


def left_over(working, voters):
    """What all voters have left, from the payments of the rounds."""
    paid = sum(one.full * one.highest + one.short_paid for one in working.rounds)
    return voters * (working.share + working.raised) - paid


def test_elections_have_the_edges_they_should():
    rankings, budgets = said("rankings"), said("budgets")

    assert len(rankings) >= 300
    assert len(budgets) >= 300
    assert sum(ties(one) for one in rankings) > 100
    assert {one["options"] for one in rankings} == set(range(1, 8))
    found = [
        tally(
            "budget",
            one["ballots"],
            [Option(at, cost) for at, cost in enumerate(one["costs"], 1)],
            Settings(budget=one["budget"]),
        )
        for one in budgets
    ]
    workings = [one.working for one in found]
    assert sum(any(each.tied for each in one.rounds) for one in workings) > 100
    assert sum(one.ending == Ending.OVER for one in workings) > 40
    assert sum(bool(one.only_shares) for one in workings) > 30
    assert sum(len(one.raises) > 1 for one in workings) > 50
    assert sum(bool(one.too_dear) for one in workings) > 10
    assert sum(bool(one.blank) for one in found) > 5


def ties(election):
    pairs = election["options"] * (election["options"] - 1) // 2
    return len(election["says"]) < pairs
