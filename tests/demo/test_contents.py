"""What the demo holds; whatever has a time is as old as it says, whenever loaded."""

from datetime import timedelta

import pytest

from portal.db import today
from portal.demo import actions
from portal.demo.files import entries
from portal.directory.hours.recurrence import Recurrence
from portal.directory.models import (
    OpeningException,
    PhoneHours,
    Service,
    ServiceVersion,
    Stop,
    StopText,
)
from portal.directory.queries.outreach import agenda, areas
from portal.directory.queries.stops import recurrences
from portal.i18n import LANGUAGES
from portal.practices.models import Practice
from portal.upkeep.models import FeedbackState, ServiceFeedback
from portal.upkeep.queries import tasks
from portal.workshops.models import Workshop
from portal.workshops.queries import in_public
from tests.conftest import put_back

pytestmark = pytest.mark.one_engine


@pytest.fixture(autouse=True, scope="module")
def demo(app):
    with put_back():
        with app.app_context():
            actions.load()
        yield


def test_every_public_page_of_the_demo_is_well(client):
    """In English, in which some texts are missing; every third in the others."""
    public = list(Workshop.select().where(in_public()))
    pages = [
        "",
        "services?page=2",
        "services?q=asunto+velka+barn",
        "practices",
        "places",
        "workshops",
        "sign-in",
        *(f"services/{service.slug}" for service in Service.select()),
        *(f"practices/{practice.slug}" for practice in Practice.select()),
        *(f"workshops/{workshop.slug}" for workshop in public),
        *(f"workshops/{workshop.slug}/board" for workshop in public),
        *(f"workshops/{workshop.slug}/sessions" for workshop in public),
    ]
    asked = [
        *(f"/en/{page}" for page in pages),
        *(f"/{language}/{page}" for language in ("fi", "sv") for page in pages[::3]),
    ]

    answers = {page: client.get(page).status_code for page in asked}

    assert {page: status for page, status in answers.items() if status != 200} == {}


def test_demo_has_stops_all_over_the_region_for_years():
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
    phones = Service.select().where(Service.phone != "")
    told = PhoneHours.select(PhoneHours.service).distinct()
    assert told.count() >= 0.9 * phones.count()
    assert Service.select().where(Service.phone_on_holidays).count() >= 3
    assert OpeningException.select().count() >= 10


def test_tasks_of_the_demo_are_there_on_any_day():
    found = tasks.tasks("en")

    by_state = {
        state: ServiceFeedback.select().where(ServiceFeedback.state == state).count()
        for state in FeedbackState
    }
    assert by_state == {"received": 3, "mending": 2, "answered": 3}
    assert [told.late for told in found.feedback].count(True) == 1
    assert len(found.failing) == 1
    for entry in entries("upkeep.toml", "check"):
        service = Service.get(Service.slug == entry["service"])
        assert service.checked_on == today() - timedelta(days=entry["days_ago"])


def test_change_that_mended_a_card_is_its_newest_version():
    mended = ServiceFeedback.get(ServiceFeedback.version.is_null(False))
    newest = ServiceVersion.get_by_id(mended.version)

    service = Service.get_by_id(mended.service)
    assert (newest.service, newest.edition) == (service.id, service.edition)
