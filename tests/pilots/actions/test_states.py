"""How far a pilot has come, and what must be there before it may go on."""

import pytest

from portal.db import today
from portal.errors import Refused
from portal.pilots.actions.creating import PilotDraftText
from portal.pilots.actions.states import NEXT, set_public, set_state
from portal.pilots.models import (
    Candidate,
    Choice,
    Pilot,
    PilotState,
    PilotStep,
    Selection,
    TakeUp,
    TakeUpState,
)
from portal.search.models import Entry
from portal.upkeep.notes import NO_NOTE, Note
from tests.factories import make_user
from tests.pilots.selecting import locked, make_candidate
from tests.pilots.things import make_pilot, site_of, told

WHY = Note("It cost too much", "en")


@pytest.fixture(autouse=True)
def speaking(app):
    with app.test_request_context("/en/"):
        yield


def steps(pilot: Pilot) -> list[tuple[PilotState, str]]:
    rows = PilotStep.select().where(PilotStep.pilot == pilot.id).order_by(PilotStep.id)
    return [(row.state, row.note) for row in rows]


def refused(pilot: Pilot, state: PilotState, note: Note = NO_NOTE) -> str:
    with pytest.raises(Refused) as found:
        set_state(pilot.id, state, by=None, note=note)
    assert Pilot.get_by_id(pilot.id).state is pilot.state
    return found.value.message


def test_step_is_kept_with_its_note():
    pilot = make_pilot(state=PilotState.BEING_EVALUATED)

    changed = set_state(pilot.id, PilotState.NOT_SELECTED, by=None, note=WHY)

    assert changed
    assert steps(pilot) == [
        (PilotState.BEING_EVALUATED, ""),
        (PilotState.NOT_SELECTED, "It cost too much"),
    ]


def test_same_state_twice_is_one_step():
    pilot = make_pilot(state=PilotState.BEING_EVALUATED)

    set_state(pilot.id, PilotState.NOT_SELECTED, by=None, note=WHY)

    assert not set_state(pilot.id, PilotState.NOT_SELECTED, by=None, note=WHY)
    assert len(steps(pilot)) == 2


def test_what_lacks_before_it_runs_is_said():
    pilot = make_pilot(
        sites="",
        measures=[],
        state=PilotState.PLANNED,
        starts_on=None,
        texts={"en": PilotDraftText("Bare")},
    )

    assert refused(pilot, PilotState.RUNNING) == (
        "Before it runs, write: what you believe will happen, a place, a measure, "
        "the day it begins."
    )


def test_planned_pilot_with_all_of_it_may_run():
    pilot = make_pilot(state=PilotState.PLANNED)

    assert set_state(pilot.id, PilotState.RUNNING, by=None)


def test_without_figures_there_is_nothing_to_evaluate():
    pilot = make_pilot()

    before = refused(pilot, PilotState.BEING_EVALUATED)
    told(pilot, (2, 3))

    assert before == "No place has told any figures yet."
    assert set_state(pilot.id, PilotState.BEING_EVALUATED, by=None)


def test_decision_needs_a_reason_or_a_selection():
    pilot = make_pilot(state=PilotState.BEING_EVALUATED)
    selection = Selection.create(slug="which")

    before = refused(pilot, PilotState.SELECTED)
    Candidate.create(selection=selection, pilot=pilot, choice=Choice.SELECTED)

    assert before == "Tell the reason, or decide in a selection first."
    assert set_state(pilot.id, PilotState.SELECTED, by=None)


def test_permanent_is_only_what_is_in_use_somewhere():
    pilot = make_pilot(state=PilotState.ROLL_OUT)
    area = site_of(pilot).area

    before = refused(pilot, PilotState.PERMANENT)
    TakeUp.create(pilot=pilot, area=area, state=TakeUpState.IN_USE, since=today())

    assert before.startswith("It is in use in no municipality yet")
    assert set_state(pilot.id, PilotState.PERMANENT, by=None)


def test_no_step_is_left_out():
    pilot = make_pilot(state=PilotState.PLANNED)

    assert refused(pilot, PilotState.PERMANENT, WHY).startswith("It can't go there")
    assert set(NEXT) == set(PilotState)


@pytest.mark.parametrize("state", [one for one in PilotState if one != "planned"])
def test_what_has_begun_in_public_is_never_hidden(state):
    pilot = make_pilot(state=state)

    with pytest.raises(Refused):
        set_public(pilot.id, wanted=False, by=make_user())

    assert Pilot.get_by_id(pilot.id).public


def test_plan_that_is_chosen_from_is_not_hidden():
    pilot = make_candidate(state=PilotState.PLANNED)
    locked(pilot)

    with pytest.raises(Refused):
        set_public(pilot.id, wanted=False, by=make_user())

    assert Pilot.get_by_id(pilot.id).public


def test_plan_is_found_while_it_is_public():
    pilot = make_pilot(state=PilotState.PLANNED, public=False)
    found = Entry.select().where(Entry.kind == "pilot")

    before = found.count()
    set_public(pilot.id, wanted=True, by=make_user())
    while_public = [entry.language for entry in found]
    set_public(pilot.id, wanted=False, by=make_user())

    assert (before, while_public, found.count()) == (0, ["en"], 0)
