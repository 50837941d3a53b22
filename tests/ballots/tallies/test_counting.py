import json
from fractions import Fraction

import pytest

from portal.ballots.tallies import Option, Row, Settings, Tally, record, tally
from portal.ballots.tallies.outcomes import Spread, Verdict, Verdicts

pytestmark = pytest.mark.no_database

OPTIONS = [Option(1, 10), Option(2, 20), Option(3, 30)]
SETTINGS = Settings(budget=60)
METHODS = ["approval", "dots", "score", "ranking", "consent", "budget"]
FIRST = {  # a ballot for option 1 alone
    "approval": [1],
    "dots": {1: 2},
    "score": {1: 4},
    "ranking": [[1]],
    "consent": {1: "agree"},
    "budget": [1],
}
ALL = {  # a ballot that says the same of every option
    "approval": [1, 2, 3],
    "dots": {1: 1, 2: 1, 3: 1},
    "score": {1: 4, 2: 4, 3: 4},
    "ranking": [[1, 2, 3]],
    "consent": {1: "agree", 2: "agree", 3: "agree"},
    "budget": [1, 2, 3],
}
BLANK = {"dots": {}, "score": {}, "consent": {}}


def places(found):
    return {row.option: row.place for row in found.rows}


def test_approval_counts_who_is_approved_of():
    found = tally("approval", [[1, 2], [2], [2, 3], [3], []], OPTIONS, SETTINGS)

    assert found == Tally(
        method="approval",
        voters=4,
        blank=1,
        rows=(
            Row(2, 1, {"approvals": 3, "share": Fraction(3, 4)}),
            Row(3, 2, {"approvals": 2, "share": Fraction(1, 2)}),
            Row(1, 3, {"approvals": 1, "share": Fraction(1, 4)}),
        ),
        winners=(2,),
    )


def test_dots_are_summed():
    found = tally("dots", [{1: 3, 2: 2}, {2: 1, 3: 0}, {"1": 1}], OPTIONS, SETTINGS)

    assert found.rows == (
        Row(1, 1, {"dots": 4, "givers": 2, "share": Fraction(4, 7)}),
        Row(2, 2, {"dots": 3, "givers": 2, "share": Fraction(3, 7)}),
        Row(3, 3, {"dots": 0, "givers": 0, "share": Fraction(0)}),
    )
    assert found.winners == (1,)


def test_score_goes_by_points_and_no_opinion_adds_none():
    # One voter's five doesn't outweigh the points that three gave.
    found = tally("score", [{1: 2}, {1: 2}, {1: 2, 2: 5}], OPTIONS, SETTINGS)

    figures = ("points", "opinions", "no_opinion", "mean")
    assert [
        (row.option, row.place, *map(row.figures.get, figures)) for row in found.rows
    ] == [
        (1, 1, 6, 3, 0, Fraction(2)),
        (2, 2, 5, 1, 2, Fraction(5)),
        (3, 3, 0, 0, 3, None),
    ]
    assert found.winners == (1,)
    assert found.working == Spread(
        {1: (0, 0, 3, 0, 0, 0), 2: (0, 0, 0, 0, 0, 1), 3: (0, 0, 0, 0, 0, 0)}
    )


def test_consent_is_what_nobody_objects_to():
    options = [Option(number) for number in range(1, 6)]
    ballots = [
        {1: "agree", 2: "agree", 3: "agree", 4: "concern"},
        {1: "object", 2: "agree-if", 3: "concern"},
    ]

    found = tally("consent", ballots, options, SETTINGS)

    assert places(found) == {3: 1, 4: 1, 2: 3, 1: 4, 5: 5}
    assert found.winners == (3, 4)
    assert found.working == Verdicts(
        {
            1: Verdict.BLOCKED,
            2: Verdict.CONDITIONS,
            3: Verdict.AGREED,
            4: Verdict.AGREED,
            5: Verdict.SILENT,
        }
    )
    said = {"agree": 1, "agree_if": 1, "concern": 0, "object": 0, "silent": 0}
    assert found.rows[2] == Row(2, 3, said)


@pytest.mark.parametrize("method", METHODS)
def test_nobody_wins_when_nobody_votes(method):
    found = tally(method, [], OPTIONS, SETTINGS)

    assert (found.voters, found.blank, found.winners) == (0, 0, ())
    assert places(found) == {1: 1, 2: 1, 3: 1}


@pytest.mark.parametrize("method", METHODS)
def test_a_blank_ballot_is_told_and_counts_for_nothing(method):
    blank = BLANK.get(method, [])

    found = tally(method, [blank, FIRST[method], blank], OPTIONS, SETTINGS)

    assert (found.voters, found.blank, found.winners) == (1, 2, (1,))
    assert found.rows == tally(method, [FIRST[method]], OPTIONS, SETTINGS).rows


@pytest.mark.parametrize("method", METHODS)
def test_one_voter_decides(method):
    found = tally(method, [FIRST[method]], OPTIONS, SETTINGS)

    assert found.winners == (1,)
    assert places(found) == {1: 1, 2: 2, 3: 2}


@pytest.mark.parametrize("method", METHODS)
def test_all_equal_are_all_first(method):
    found = tally(method, [ALL[method]] * 3, OPTIONS, SETTINGS)

    assert set(found.winners) == {1, 2, 3}
    assert places(found) == {1: 1, 2: 1, 3: 1}


@pytest.mark.parametrize("method", METHODS)
def test_one_option_wins_by_any_vote(method):
    found = tally(method, [FIRST[method]], OPTIONS[:1], SETTINGS)

    assert found.winners == (1,)
    assert places(found) == {1: 1}


@pytest.mark.parametrize("method", METHODS)
def test_withdrawn_options_are_not_counted_and_the_ballot_is(method):
    options = [Option(1, 10, withdrawn=True), *OPTIONS[1:]]

    found = tally(method, [FIRST[method], ALL[method], ALL[method]], options, SETTINGS)

    assert (found.voters, found.blank) == (2, 1)
    assert places(found) == {2: 1, 3: 1}
    assert set(found.winners) == {2, 3}


def test_zeros_make_nobody_win():
    found = tally("score", [{1: 0, 2: 0, 3: 0}], OPTIONS, SETTINGS)

    assert (found.voters, found.winners) == (1, ())


@pytest.mark.parametrize("method", METHODS)
def test_a_tally_survives_being_written_down(method):
    found = tally(method, [FIRST[method], ALL[method]], OPTIONS, SETTINGS)

    assert record.read(json.loads(json.dumps(record.write(found)))) == found
