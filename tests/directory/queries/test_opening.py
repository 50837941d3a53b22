from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playhouse.test_utils import count_queries

from portal.db import bump, database
from portal.directory.actions import DraftText
from portal.directory.hours import status
from portal.directory.models import (
    CHANGES,
    Calendar,
    OpeningException,
    OpeningHours,
    PhoneException,
    PhoneHours,
    Service,
    StopException,
    TextState,
)
from portal.directory.queries.opening import open_services
from tests.directory.hours.rules import at
from tests.directory.hours.test_brute_force import days, rules_of_things
from tests.factories import (
    answer_phone,
    give_at,
    make_place,
    make_service,
    make_stop,
)

TEN = at("2026-11-23T10:00")
PHONE = "019 123 4511"


def test_open_services_are_those_that_can_be_reached_now():
    place = make_place()
    walk_in, called, booked, later = (make_service(phone=PHONE) for _ in range(4))
    give_at(place, walk_in, "mon 9:00-11:00")
    give_at(make_place(protected=True), later, "mon 11:00-12:00")
    give_at(place, booked, "mon 9:00-11:00", appointment=True)
    answer_phone(called, "mon 9:00-11:00")

    assert open_services(TEN) == {walk_in.id, called.id}
    assert open_services(TEN + timedelta(hours=1)) == {later.id}


def test_service_without_a_number_answers_no_phone():
    answer_phone(make_service(), "mon-sun 0:00-24:00")

    assert open_services(TEN) == frozenset()


def test_stop_is_open_while_it_lasts():
    bus = make_service()
    stop = make_stop(bus, "FREQ=WEEKLY;BYDAY=MO", date(2026, 11, 2))

    assert open_services(TEN) == {bus.id}

    StopException.create(stop=stop, day=date(2026, 11, 23))
    bump(CHANGES)
    assert open_services(TEN) == frozenset()


def test_unpublished_service_is_not_open():
    draft = {"en": DraftText("Draft", state=TextState.DRAFT)}
    service = make_service(texts=draft, phone=PHONE)
    give_at(make_place(), service, "mon 9:00-11:00")
    answer_phone(service, "mon 9:00-11:00")

    assert open_services(TEN) == frozenset()


def test_open_services_follow_a_change_of_the_directory():
    service = make_service()
    visit = give_at(make_place(), service, "mon 9:00-11:00")
    assert open_services(TEN) == {service.id}

    with database.atomic():
        bump(CHANGES)
        OpeningHours.delete().where(OpeningHours.service_at_place == visit).execute()

    assert open_services(TEN) == frozenset()


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-23T00:30", True),
        ("2026-11-23T01:00", False),
        ("2026-11-22T23:30", True),
    ],
)
def test_night_in_sweden_is_looked_up_by_its_own_clock(moment, is_open):
    """In Sweden the day ends an hour later than where the region is."""
    place, service = make_place(calendar=Calendar.SWEDEN), make_service()
    give_at(place, service, "sun 21:00-24:00")

    assert (service.id in open_services(at(moment))) is is_open


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(rules_of_things, days, st.integers(0, 23))
def test_open_services_agree_with_the_status_of_each(rules, day, hour):
    with database.atomic() as transaction:
        service, spoken = make_service("A"), make_service("B", phone=PHONE)
        place = make_place(calendar=rules.calendar)
        visit = give_at(place, service, on_holidays=rules.on_holidays)
        Service.update(phone_on_holidays=rules.on_holidays).where(
            Service.id == spoken.id
        ).execute()
        for rule in rules.weekly:
            row = {name: getattr(rule, name) for name in rule.__slots__}
            OpeningHours.create(service_at_place=visit, **row)
            PhoneHours.create(service=spoken, **row)
        for rule in rules.different:
            row = {name: getattr(rule, name) for name in rule.__slots__}
            OpeningException.create(service_at_place=visit, **row)
            PhoneException.create(service=spoken, **row)
        bump(CHANGES)
        moment = at(f"{day}T{hour:02}:15")

        found = open_services(moment)

        transaction.rollback()
    by_phone = replace(rules, calendar=Calendar.FINLAND)
    assert (service.id in found) is status(rules, moment).open
    assert (spoken.id in found) is status(by_phone, moment).open


def test_open_services_ask_only_the_version_once_they_are_kept():
    """The version; hours, exceptions, stops and their exceptions."""
    give_at(make_place(), make_service(), "mon 9:00-11:00")

    with count_queries() as first:
        open_services(TEN)
    with count_queries() as second:
        open_services(TEN + timedelta(hours=1))

    assert (first.count, second.count) == (5, 1)
