from datetime import timedelta

from portal.db import today
from portal.demo import actions
from portal.directory.hours.recurrence import Recurrence
from portal.directory.models import (
    OpeningException,
    PhoneHours,
    Service,
    Stop,
    StopText,
)
from portal.directory.queries.outreach import agenda, areas
from portal.directory.queries.stops import recurrences
from portal.i18n import LANGUAGES


def test_demo_has_stops_all_over_the_region_for_years():
    actions.load()

    later = today() + timedelta(days=2 * 366)
    found = recurrences(later)
    assert len({stop.service for stop in found}) == 2
    assert len(found) == Stop.select().count() >= 8
    assert len(areas()) == 6
    assert all(
        isinstance(stop.recurrence, Recurrence)
        and stop.recurrence.days(later, later + timedelta(days=62))
        for stop in found
    )
    assert StopText.select().count() == len(LANGUAGES) * len(found)
    assert sum(len(stops) for _day, stops in agenda("fi", today(), 8)) > 0


def test_demo_answers_most_phones_at_told_hours():
    actions.load()

    phones = Service.select().where(Service.phone != "")
    told = PhoneHours.select(PhoneHours.service).distinct()
    assert told.count() >= 0.9 * phones.count()
    assert Service.select().where(Service.phone_on_holidays).count() >= 3
    assert OpeningException.select().count() >= 10
