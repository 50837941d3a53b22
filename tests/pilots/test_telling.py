"""What followers of a pilot are told."""

import pytest

from portal.notices import events
from portal.notices.actions import follow
from portal.notices.models import Notice
from portal.notices.recipients import user_key
from portal.pilots.actions.states import set_state
from portal.pilots.models import KIND, PilotState
from portal.upkeep.notes import Note
from tests.factories import make_user
from tests.pilots.things import make_pilot

pytestmark = pytest.mark.usefixtures("speaking")
WHY = Note("Nobody came", "en")


def told(pilot, *states: PilotState) -> list[str]:
    """What somebody who follows it reads after these steps of today."""
    key = user_key(make_user().id)
    follow(key, KIND, pilot.id, wanted=True)
    for state in states:
        set_state(pilot.id, state, by=None, note=WHY)
    notices = list(Notice.select().where(Notice.recipient == key).order_by(Notice.id))
    read = events.told(notices)
    return [read[one.id].text for one in notices if one.id in read]


def test_followers_hear_of_each_step_of_a_day():
    pilot = make_pilot(state=PilotState.BEING_EVALUATED)

    assert told(pilot, PilotState.CONTINUED, PilotState.NOT_SELECTED) == [
        "A pilot that you follow has come further: Continued.",
        "A pilot that you follow has come further: Not selected.",
    ]


def test_nobody_hears_of_a_plan_that_is_not_public():
    pilot = make_pilot(public=False, state=PilotState.BEING_EVALUATED)

    assert told(pilot, PilotState.CONTINUED) == []
