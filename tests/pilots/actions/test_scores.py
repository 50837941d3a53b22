from decimal import Decimal

import pytest

from portal.errors import Refused
from portal.pilots.actions import scores
from portal.pilots.actions.scores import Point
from portal.pilots.queries.editions import Changed, corrections
from portal.pilots.records import Given
from portal.upkeep.notes import Note
from tests.pilots.selecting import again, decided, give, locked, opened, scored

pytestmark = pytest.mark.usefixtures("speaking")


def test_points_before_the_results_are_opened_are_refused():
    made = locked()

    with pytest.raises(Refused):
        give(made, {(0, 0): 5})

    assert again(made.id).scores == {}


def test_points_sum_by_their_weights():
    made = scored()

    totals = [made.total(runner) for runner in made.runners]

    assert totals == [Decimal("3.2"), Decimal("3.2")]


def test_points_that_are_missing_have_no_sum():
    made = opened()
    give(made, {(0, 0): 5})

    standing = again(made.id)

    totals = [standing.total(runner) for runner in standing.runners]
    assert (standing.is_scored, totals) == (False, [None, None])


def test_points_that_another_gave_meanwhile_stay():
    made = opened()
    give(made, {(0, 0): 1})
    key = (made.criteria[0].id, made.runners[0].id)
    other = (made.criteria[1].id, made.runners[0].id)
    unseen = scores.seen_score(None)
    points = [
        Point(*key, Given(5, "Mine", "en"), unseen),
        Point(*other, Given(5, "Mine", "en"), unseen),
    ]

    met = scores.save(made, points, by=None)

    standing = again(made.id).scores
    assert (met, standing[key].points, standing[other].points) == ([key], 1, 5)


def test_points_corrected_after_the_decision_keep_what_was_given():
    made = decided()
    name = f"points/{made.runners[0].slug}/1"

    give(made, {(0, 0): 3}, note=Note("Counted wrong", "en"))

    (found,) = corrections(again(made.id))
    assert found.changes == (Changed(name, "4", "3"),)


def test_points_corrected_after_the_decision_need_a_reason():
    made = decided()

    with pytest.raises(Refused):
        give(made, {(0, 0): 3})

    assert again(made.id).scores == made.scores
