"""What has changed of pilots, phenomena and definition cards."""

from datetime import timedelta

import pytest

from portal.agreement.models import DefinitionCard
from portal.db import today
from portal.pilots.models import Pilot, PilotState, PilotStep, PilotText
from portal.reports.models import (
    Phenomenon,
    PhenomenonStep,
    PhenomenonText,
    Progress,
)
from tests.agreement.things import make_card
from tests.threads.things import told

pytestmark = pytest.mark.usefixtures("speaking")


def make_pilot(*, public: bool) -> Pilot:
    pilot = Pilot.create(slug="one-plan", public=public, state=PilotState.RUNNING)
    PilotText.create(pilot=pilot, language="en", name="One plan")
    PilotStep.create(
        pilot=pilot, state=PilotState.RUNNING, on=today(), note="Begun", language="en"
    )
    return pilot


def make_phenomenon(*, public: bool) -> Phenomenon:
    made = Phenomenon.create(slug="again", public=public, progress=Progress.ANSWERED)
    PhenomenonText.create(phenomenon=made, language="en", title="Again and again")
    for progress in (Progress.GATHERED, Progress.ANSWERED):
        PhenomenonStep.create(phenomenon=made, progress=progress, on=today())
    return made


def test_public_pilot_and_phenomenon_are_told_of():
    make_pilot(public=True)
    make_phenomenon(public=True)

    assert told() == [
        ("pilot", "One plan", "Running"),
        ("phenomenon", "Again and again", "Answered"),
    ]


def test_pilot_and_phenomenon_that_are_not_public_are_not_told_of():
    make_pilot(public=False)
    make_phenomenon(public=False)

    assert told() == []


def test_step_that_was_gone_back_on_is_no_change():
    made = make_phenomenon(public=True)
    for progress in (Progress.ACTED_ON, Progress.ANSWERED):
        PhenomenonStep.create(phenomenon=made, progress=progress, on=today())

    assert told() == [("phenomenon", "Again and again", "Answered")]


def test_what_is_to_be_agreed_on_a_coming_day_has_not_changed():
    card = make_card("Guidance")
    DefinitionCard.update(agreed_on=today() + timedelta(days=1)).where(
        DefinitionCard.id == card.id
    ).execute()
    before = told()

    DefinitionCard.update(agreed_on=today()).execute()

    assert (before, [one[:2] for one in told()]) == ([], [("definition", "Guidance")])
