"""Criteria that were changed past the page no longer match their lock."""

import pytest

from portal.errors import Refused
from portal.pilots.actions import selections
from portal.pilots.models import Criterion, CriterionText, Pilot, Selection
from tests.pilots.selecting import again, locked

pytestmark = pytest.mark.usefixtures("speaking")


@pytest.mark.parametrize("how", ["weight", "words", "criterion", "pilot"])
def test_criteria_changed_by_hand_no_longer_match(how):
    made = locked()
    first = Criterion.id == made.criteria[0].id
    if how == "weight":
        Criterion.update(weight=61).where(first).execute()
    if how == "words":
        mine = CriterionText.criterion == made.criteria[0].id
        CriterionText.update(words="Other").where(mine).execute()
    if how == "criterion":
        Criterion.delete().where(first).execute()
    if how == "pilot":
        Pilot.delete().where(Pilot.id == made.runners[0].pilot_id).execute()

    standing = again(made.id)

    assert (standing.is_intact, standing.keeps_its_text) == (False, True)
    with pytest.raises(Refused):
        selections.open_results(standing)


def test_a_kept_text_changed_by_hand_is_seen():
    made = locked()
    Selection.update(locked_text="other").where(Selection.id == made.id).execute()

    standing = again(made.id)

    assert (standing.is_intact, standing.keeps_its_text) == (True, False)
