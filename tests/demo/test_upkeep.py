"""What is to be kept true in the demo is as old as it says, whenever it is loaded."""

from datetime import timedelta

from portal.db import today
from portal.demo.actions import load
from portal.demo.files import entries
from portal.directory.models import Service, ServiceVersion
from portal.upkeep.models import FeedbackState, ServiceFeedback
from portal.upkeep.queries import tasks


def test_tasks_of_the_demo_are_there_on_any_day():
    load()

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
    load()

    mended = ServiceFeedback.get(ServiceFeedback.version.is_null(False))
    newest = ServiceVersion.get_by_id(mended.version)

    service = Service.get_by_id(mended.service)
    assert (newest.service, newest.edition) == (service.id, service.edition)
