from dataclasses import replace
from datetime import timedelta

import pytest

from portal.errors import Refused
from portal.pilots.actions import decisions
from portal.pilots.actions.decisions import Verdict
from portal.pilots.models import Choice, Criterion, Pilot, PilotState, PilotStep
from portal.pilots.queries.editions import Changed, corrections
from portal.pilots.queries.selections import of_pilot
from portal.upkeep.notes import Note
from tests.factories import make_user
from tests.pilots.selecting import (
    BODY,
    again,
    decided,
    make_candidate,
    opened,
    ruling,
    scored,
)

pytestmark = pytest.mark.usefixtures("speaking")
NOTE = Note("The price was read wrong", "en")


def states() -> list[PilotState]:
    return [pilot.state for pilot in Pilot.select().order_by(Pilot.slug)]


def decide(made, wanted, **fields):
    values = {"seen": decisions.seen_of(made), "by": make_user()} | fields
    return decisions.decide(made, wanted, **values)


def test_decision_is_written_and_the_pilots_follow():
    made = scored()

    saved = decide(made, ruling(made))

    standing = again(made.id)
    assert (saved, decisions.ruling_of(standing)) == (True, ruling(made))
    assert states() == [PilotState.SELECTED, PilotState.NOT_SELECTED]


def test_decision_tells_the_pilots_why():
    made = scored()
    long = "word " * 100
    wanted = ruling(made)
    wanted.verdicts[made.runners[1].id] = Verdict(Choice.NOT_SELECTED, {"en": long})

    decide(made, wanted)

    step = PilotStep.get(PilotStep.state == PilotState.NOT_SELECTED)
    assert (step.note[:9], len(step.note) <= 300, step.on, step.language) == (
        "word word",
        True,
        wanted.on,
        "en",
    )


def test_decision_twice_is_one():
    made = scored()
    by = make_user()

    decide(made, ruling(made), by=by)
    again_saved = decide(again(made.id), ruling(made), by=by)

    steps = PilotStep.select().where(PilotStep.set_by == by).count()
    assert (again_saved, again(made.id).row.edition, steps) == (True, 1, 2)


def test_decision_without_all_points_is_refused():
    made = opened()

    with pytest.raises(Refused):
        decide(made, ruling(made))

    assert not again(made.id).is_decided


def test_decision_by_criteria_changed_by_hand_is_refused():
    made = scored()
    Criterion.update(weight=1).where(Criterion.id == made.criteria[0].id).execute()

    with pytest.raises(Refused):
        decide(made, ruling(made))

    assert not again(made.id).is_decided


def test_decision_of_a_pilot_that_cannot_follow_is_refused_whole():
    made = scored(make_candidate("Early", state=PilotState.PLANNED), make_candidate())

    with pytest.raises(Refused, match="Early: "):
        decide(made, ruling(made))

    assert not again(made.id).is_decided
    assert states() == [PilotState.PLANNED, PilotState.BEING_EVALUATED]


def test_decision_made_meanwhile_by_another_stands():
    made = scored()
    seen = decisions.seen_of(made)
    decide(made, ruling(made))

    saved = decide(
        made, ruling(made, Choice.CONTINUED, Choice.CONTINUED), seen=seen, note=NOTE
    )

    assert (saved, decisions.ruling_of(again(made.id))) == (False, ruling(made))


def test_correction_without_a_reason_is_refused():
    made = decided()

    with pytest.raises(Refused):
        decide(made, replace(ruling(made), body="The board"))

    assert again(made.id).row.decided_by == BODY


def test_correction_keeps_what_was_said():
    made = decided()
    slugs = [runner.slug for runner in made.runners]
    wanted = replace(
        ruling(made, Choice.SELECTED, Choice.CONTINUED),
        on=made.row.decided_on,
        body="The board",
    )

    decide(made, wanted, note=NOTE)

    standing = again(made.id)
    found = corrections(standing)
    assert [(one.edition, one.note, one.changes) for one in found] == [
        (
            1,
            NOTE.words,
            (
                Changed("decided_by", BODY, "The board"),
                Changed(f"choice/{slugs[1]}", "not-selected", "continued"),
                Changed(
                    f"reason/{slugs[1]}/en",
                    "Because: not-selected.",
                    "Because: continued.",
                ),
            ),
        )
    ]
    assert (standing.row.edition, states()) == (
        2,
        [PilotState.SELECTED, PilotState.CONTINUED],
    )


def test_outcome_of_a_pilot_that_was_not_selected_stays():
    made = decided()

    (said,) = of_pilot(made.runners[1].pilot_id, "sv")

    assert (said.title, said.choice, said.reason, said.reason_language) == (
        "Urval",
        Choice.NOT_SELECTED,
        "Because: not-selected.",
        "en",
    )


def test_outcome_tells_nothing_before_it_is_decided():
    made = scored()

    (said,) = of_pilot(made.runners[0].pilot_id, "en")

    assert (said.choice, said.reason) == (None, "")


def test_decision_days_are_of_the_ruling():
    made = scored()
    day = made.row.locked_at.date() + timedelta(days=0)

    decide(made, ruling(made, on=day))

    assert again(made.id).row.decided_on == day
