"""What sites tell: corrected, never lost."""

from datetime import timedelta
from decimal import Decimal

import pytest

from portal.pilots.actions.entries import Ended, Given, Met, tell
from portal.pilots.actions.sites import end_link
from portal.pilots.models import PilotState, SiteEntry
from tests.pilots.things import make_measure, make_pilot, measure_of, site_of, told


def stored() -> list[tuple[int, Decimal, int]]:
    return [(row.n, row.total, row.edition) for row in SiteEntry.select()]


def test_same_again_changes_nothing():
    pilot = make_pilot()

    told(pilot, (8, 20))
    told(pilot, (8, 20))

    assert stored() == [(8, 20, 1)]


def test_correction_is_a_new_edition():
    pilot = make_pilot()

    told(pilot, (8, 20))
    told(pilot, (9, 22), edition=1)

    assert stored() == [(9, 22, 2)]


def test_two_who_tell_at_once_meet_and_nothing_is_lost():
    pilot = make_pilot(measures=[make_measure("One"), make_measure("Two")])
    site, starts = site_of(pilot), pilot.starts_on
    first, second = measure_of(pilot), measure_of(pilot, 1)
    told(pilot, (8, 20))

    given = [Given(first.id, 9, Decimal(1), 0), Given(second.id, 5, Decimal(1), 0)]

    with pytest.raises(Met) as met:
        tell(site.id, 1, starts, given)

    assert met.value.measures == [first.id]
    assert stored() == [(8, 20, 1)]


def test_link_that_was_ended_tells_no_more():
    pilot = make_pilot()
    site = site_of(pilot)
    end_link(site.id, 1)

    with pytest.raises(Ended):
        tell(
            site.id, 1, pilot.starts_on, [Given(measure_of(pilot).id, 5, Decimal(1), 0)]
        )

    assert stored() == []


def test_pilot_that_was_ended_meanwhile_takes_no_more():
    pilot = make_pilot(state=PilotState.NOT_SELECTED)

    with pytest.raises(Ended):
        told(pilot, (5, 1))

    assert stored() == []


def test_measure_of_another_pilot_is_not_told():
    pilot, other = make_pilot(), make_pilot()

    given = [Given(measure_of(other).id, 5, Decimal(1), 0)]
    starts = pilot.starts_on + timedelta(weeks=4)
    site = site_of(pilot)

    with pytest.raises(Ended):
        tell(site.id, 1, starts, given)

    assert stored() == []


def test_ending_a_link_twice_ends_one():
    site = site_of(make_pilot())

    end_link(site.id, 1)
    end_link(site.id, 1)

    assert type(site).get_by_id(site.id).link_edition == 2
