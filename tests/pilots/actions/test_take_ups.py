from datetime import date

import pytest

from portal.agreement.queries.figures import Figure
from portal.errors import Refused
from portal.pilots.actions.take_ups import Told, seen_of, set_take_up
from portal.pilots.models import PilotState, TakeUp, TakeUpState
from portal.pilots.queries.shelf import shelved
from portal.pilots.queries.take_ups import Place, places, roll_out
from portal.vocabulary.queries import vocabulary
from tests.factories import make_practice
from tests.pilots.selecting import make_candidate

pytestmark = pytest.mark.usefixtures("speaking")
NOTHING = seen_of(None)
IN_USE = Told(TakeUpState.IN_USE, 1, date(2026, 3, 1))


def harju():
    return vocabulary().of("area")["harju"]


def selected(**fields):
    return make_candidate(state=PilotState.SELECTED, **fields)


def test_take_up_is_told_and_told_again():
    pilot = selected()
    set_take_up(pilot.id, harju(), IN_USE, seen=NOTHING)
    stopped = Told(TakeUpState.STOPPED, 1, date(2026, 5, 1), {"en": "Nobody to do it"})

    saved = set_take_up(
        pilot.id, harju(), stopped, seen=seen_of(places(pilot.id)[harju().id])
    )

    place = Place(
        harju(), TakeUpState.STOPPED, 1, date(2026, 5, 1), {"en": "Nobody to do it"}
    )
    assert (saved, places(pilot.id)) == (True, {harju().id: place})


def test_take_up_that_is_not_known_has_no_row():
    pilot = selected()
    set_take_up(pilot.id, harju(), IN_USE, seen=NOTHING)

    set_take_up(
        pilot.id, harju(), Told(None), seen=seen_of(places(pilot.id)[harju().id])
    )

    assert TakeUp.select().count() == 0


def test_take_up_told_twice_is_one():
    pilot = selected()
    set_take_up(pilot.id, harju(), IN_USE, seen=NOTHING)

    saved = set_take_up(pilot.id, harju(), IN_USE, seen=NOTHING)

    assert (saved, TakeUp.select().count()) == (True, 1)


def test_take_up_told_otherwise_meanwhile_stays():
    pilot = selected()
    set_take_up(pilot.id, harju(), IN_USE, seen=NOTHING)

    saved = set_take_up(pilot.id, harju(), Told(TakeUpState.PLANNED), seen=NOTHING)

    assert (saved, places(pilot.id)[harju().id].state) == (False, TakeUpState.IN_USE)


def test_take_up_of_what_is_not_selected_is_refused():
    pilot = make_candidate()

    with pytest.raises(Refused):
        set_take_up(pilot.id, harju(), IN_USE, seen=NOTHING)

    assert TakeUp.select().count() == 0


def test_roll_out_counts_all_municipalities_and_old_versions():
    practice = make_practice(edition=3)
    pilot = selected(practice=practice.id)
    set_take_up(pilot.id, harju(), IN_USE, seen=NOTHING)

    table = roll_out(shelved(pilot.slug))

    everywhere = len(table.places)
    place = next(one for one in table.places if one.area.code == "harju")
    assert table.in_use == Figure(1, everywhere)
    assert (table.unknown, table.is_everywhere) == (everywhere - 1, False)
    assert (table.edition, table.is_behind(place)) == (3, True)


def test_roll_out_is_everywhere_when_all_use_it():
    pilot = selected()
    for place in roll_out(shelved(pilot.slug)).places:
        set_take_up(pilot.id, place.area, IN_USE, seen=NOTHING)

    table = roll_out(shelved(pilot.slug))

    assert (table.is_everywhere, table.unknown) == (True, 0)
