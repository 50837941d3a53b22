"""What the demo holds; whatever has a time is as old as it says, whenever loaded."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from portal.accounts.models import User
from portal.db import today
from portal.demo import actions
from portal.demo.files import entries
from portal.demo.workshops import by_key
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
from portal.inventories.queries.grid import grid
from portal.inventories.queries.inventories import inventory
from portal.inventories.shown import Reading
from portal.materials.models import Material
from portal.moderation.duties import QUEUE
from portal.moderation.models import Block, Care, CareNote, Case, Decision
from portal.moderation.queries.log import checked
from portal.notices.models import Follow, Notice
from portal.proposals.models import KIND as PROPOSAL
from portal.proposals.models import Attachment, Proposal
from portal.reports.models import REPORT
from portal.threads.models import KIND as THREAD
from portal.upkeep.models import FeedbackState, ServiceFeedback
from portal.upkeep.queries import tasks
from portal.upkeep.telling import TASKS
from portal.workshops.models import Workshop
from portal.workshops.queries import KIND as WORKSHOP
from portal.workshops.queries import in_public
from tests.conftest import put_back
from tests.demo import library
from tests.factories import sign_in
from tests.notices.told import readings
from tests.workshops.pages import texts

pytestmark = pytest.mark.one_engine

INVENTORY = "adult-social-work-in-the-municipalities"


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
        "inventories",
        f"inventories/{INVENTORY}",
        f"inventories/{INVENTORY}/changes",
        "workshops",
        "sign-in",
        *(f"services/{service.slug}" for service in Service.select()),
        "materials",
        *(f"materials/{material.slug}" for material in Material.select()),
        *(f"practices/{practice.slug}" for practice in library.published()),
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
    seen = {"received": 3, "mending": 2, "answered": 3}
    assert by_state == {**seen, "held": 0, "closed": 0}
    assert [told.late for told in found.feedback].count(True) == 1
    assert len(found.failing) == 1
    for entry in entries("upkeep.toml", "check"):
        service = Service.get(Service.slug == entry["service"])
        assert service.checked_on == today() - timedelta(days=entry["days_ago"])


def test_inventory_of_the_demo_asks_eight_municipalities_twelve_questions():
    seen = Reading(grid(inventory(INVENTORY)), "fi", keeper=False)

    rows = seen.rows()

    tally = seen.tally(rows)
    assert (len(rows), len(seen.areas), tally.cells) == (12, 8, 96)
    assert min(tally.answered, tally.unknown, tally.none) > 4


def test_change_that_mended_a_card_is_its_newest_version():
    mended = ServiceFeedback.get(ServiceFeedback.version.is_null(False))
    newest = ServiceVersion.get_by_id(mended.version)

    service = Service.get_by_id(mended.service)
    assert (newest.service, newest.edition) == (service.id, service.edition)


def test_card_of_the_demo_is_found_by_its_number(client):
    entry = entries("boards.toml", "workshop")[0]
    workshop = Workshop.get(Workshop.slug == entry["slug"])
    numbers = sorted(card.id for card in workshop.cards)
    proposal = by_key(workshop)["bench"]

    answer = client.get(f"/en/proposals?number={numbers[entry['cards']['bench'] - 1]}")

    assert f"/en/proposals/{proposal.id}" in answer.text
    assert proposal.suggestion in answer.text


def test_picture_of_the_demo_is_shown_with_its_words(client):
    proposal = Proposal.get(Proposal.id.in_(Attachment.select(Attachment.proposal)))

    page = client.get(f"/fi/proposals/{proposal.id}")
    image = BeautifulSoup(page.text, "html.parser").select_one("figure img")
    drawn = client.get(image["src"])

    assert (drawn.mimetype, image["lang"]) == ("image/jpeg", "en")
    assert image["alt"].startswith("A plan of the bus")
    assert drawn.data.startswith(b"\xff\xd8")


def test_first_slip_of_the_demo_is_pinned(client):
    page = client.get("/en/workshops/service-bus-stops/board?order=newest")

    pinned = [
        slip.h3.text
        for slip in BeautifulSoup(page.text, "html.parser").select("#cards article")
        if "Pinned" in slip.text
    ]
    assert pinned == ["A corner for children, with crayons"]


def person(name):
    return User.get(User.email == f"{name}@verstas.example")


def test_moderators_of_the_demo_have_everything_to_read(app):
    page = sign_in(app, person("moderator")).get("/en/moderation")

    assert texts(page, "#list .queue .badge") == [
        *("Urgent", "Somebody may be in danger"),
        *("Second opinion", "A phone number", "Reported by readers (2)", "Appeal"),
    ]


def test_moderators_of_the_demo_have_decided_and_their_log_holds():
    newest = Case.select().where(Case.author != "").order_by(Case.id.desc())
    proposals = newest.where(Case.kind == PROPOSAL)
    returned = proposals.where(Case.decision == Decision.RETURN).first()
    hidden = newest.where(Case.decision == Decision.HIDE).first()

    assert returned.passage in Proposal.get_by_id(returned.item_id).problem
    assert (returned.note != "", Block.get().author) == (True, hidden.author)
    assert newest.where(Case.author == hidden.author).count() == 1
    assert Care.select().count() + CareNote.select().count() == 0
    assert checked().broken_at is None


def test_people_of_the_demo_have_something_to_read_and_nobody_else(app):
    of_file = (PROPOSAL, WORKSHOP, QUEUE, TASKS)

    told = {
        name: readings(app, person(name), *of_file)
        for name in ("asukas", "kokemus", "lukija", "moderator", "toimittaja")
    }

    assert {name: len(read) for name, read in told.items()} == {
        "asukas": 3,
        "kokemus": 4,
        "lukija": 1,
        "moderator": 1,
        "toimittaja": 1,
    }
    assert Notice.select().where(Notice.kind.in_(of_file)).count() == 10
    assert Follow.select().count() == 2


def test_people_of_the_demo_hear_what_came_of_their_words(app):
    assert readings(app, person("asukas"), THREAD) == [
        (
            "Your words led here. See what came of them.",
            "/en/threads/the-decision-on-the-first-line",
        )
    ]
    assert readings(app, person("toimittaja"), REPORT)


def test_library_of_the_demo_holds_what_a_library_can():
    assert library.counts() == {
        "practices": (23, 22),
        "materials": {"use": 6, "use-in-part": 3, "do-not-use": 2, "not-read": 1},
        "questions": {"published": 10, "waiting": 1},
        "answers": (11, 8),
        "suggestions": ["offered"],
        "experiences": {"published": 10, "waiting": 1},
        "confirmed": 15,
        "authors": 10,
    }
    assert library.summed() == {
        "one-responsible-worker",
        "social-guidance-at-the-library-desk",
    }


def test_marks_and_steps_of_the_demo_stand_on_what_they_say():
    assert (library.unfounded(), library.off_the_path()) == ([], [])
