import pytest

from portal.ballots.tallies import Code, Option, Problem, Settings, check, tiers

pytestmark = pytest.mark.no_database

OPTIONS = [Option(1, 40), Option(2, 50), Option(3, 60), Option(4, 70, withdrawn=True)]
SETTINGS = Settings(dots=5, most_dots=3, top_score=5, budget=100)


@pytest.mark.parametrize(
    ("method", "choice"),
    [
        ("approval", [1, 2]),
        ("approval", [1, 4]),
        ("dots", {1: 3, 2: 2}),
        ("dots", {"1": 3, "4": 3}),
        ("score", {1: 0}),
        ("score", {1: 5, 3: 0}),
        ("ranking", [[1], [2, 3]]),
        ("ranking", [[4], [2]]),
        ("ranking", [[2], []]),
        ("consent", {1: "agree", 2: "agree-if", 3: "object"}),
        ("budget", [1, 3]),
        ("budget", [1, 3, 4]),
    ],
)
def test_check_finds_nothing_wrong(method, choice):
    assert check(method, choice, OPTIONS, SETTINGS) is None


@pytest.mark.parametrize(
    ("method", "choice", "problem"),
    [
        ("approval", [], Problem(Code.EMPTY)),
        ("approval", [4], Problem(Code.EMPTY)),
        ("approval", [1, 9], Problem(Code.UNKNOWN, 9)),
        ("approval", [1, 2, 1], Problem(Code.TWICE, 1, 2, 1)),
        ("approval", {1: 1}, Problem(Code.UNREADABLE)),
        ("approval", [True], Problem(Code.UNREADABLE)),
        ("dots", {}, Problem(Code.EMPTY)),
        ("dots", {1: 0}, Problem(Code.EMPTY)),
        ("dots", {1: 3, 2: 3}, Problem(Code.TOO_MANY_DOTS, None, 6, 5)),
        ("dots", {1: 4}, Problem(Code.TOO_MANY_ON_ONE, 1, 4, 3)),
        ("dots", {1: -1, 2: 3}, Problem(Code.OFF_SCALE, 1, -1, 3)),
        ("dots", {9: 1}, Problem(Code.UNKNOWN, 9)),
        ("dots", {"one": 1}, Problem(Code.UNREADABLE)),
        ("dots", [1], Problem(Code.UNREADABLE)),
        ("dots", {1: "3"}, Problem(Code.UNREADABLE)),
        ("score", {}, Problem(Code.EMPTY)),
        ("score", {1: 6}, Problem(Code.OFF_SCALE, 1, 6, 5)),
        ("score", {2: -1}, Problem(Code.OFF_SCALE, 2, -1, 5)),
        ("ranking", [], Problem(Code.EMPTY)),
        ("ranking", [[], []], Problem(Code.EMPTY)),
        ("ranking", [[1], [], [2]], Problem(Code.GAP, number=2)),
        ("ranking", [[1, 2], [2]], Problem(Code.TWICE, 2, 2, 1)),
        ("ranking", [[1], [9]], Problem(Code.UNKNOWN, 9)),
        ("ranking", [1, 2], Problem(Code.UNREADABLE)),
        ("consent", {}, Problem(Code.EMPTY)),
        ("consent", {1: "maybe"}, Problem(Code.UNREADABLE)),
        ("budget", [], Problem(Code.EMPTY)),
        ("budget", [2, 3], Problem(Code.OVER_BUDGET, None, 110, 100)),
        ("budget", [1, 1], Problem(Code.TWICE, 1, 2, 1)),
    ],
)
def test_check_tells_what_is_wrong(method, choice, problem):
    assert check(method, choice, OPTIONS, SETTINGS) == problem


@pytest.mark.parametrize(
    ("ranks", "ranking"),
    [
        ({}, []),
        ({7: 1, 8: 2}, [[7], [8]]),
        ({7: 2, 8: 1, 9: 2}, [[8], [7, 9]]),
        ({6: 1, 7: 2, 8: 2, 9: 4}, [[6], [7, 8], [9]]),
        ({6: 1, 7: 2, 8: 2, 9: 3}, [[6], [7, 8], [9]]),
        ({7: 1, 8: 3}, [[7], [], [8]]),
        ({7: 2}, [[], [7]]),
        ({7: 1, 8: 1_000_000_000}, [[7], [], [8]]),
    ],
)
def test_tiers_read_numbers_beside_options(ranks, ranking):
    assert tiers(ranks) == ranking
