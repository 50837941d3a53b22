"""What has changed: only what the public sees, newest first."""

import pytest

from portal.db import today
from portal.directory.models import ServiceText, TextState
from portal.practices.models import PracticeText, Stage, StageChange
from portal.proposals.models import Proposal, State
from portal.threads.actions.threads import set_public
from portal.threads.models import Thread
from portal.threads.queries.changes import Wish
from portal.threads.queries.news import news
from portal.upkeep.actions import saving
from portal.upkeep.notes import Note
from tests.factories import (
    give_at,
    make_place,
    make_practice,
    make_proposal,
    make_user,
    make_workshop,
)
from tests.threads.things import answered, led, make_thread, told, version_of

pytestmark = pytest.mark.usefixtures("speaking")


def save(service, note="", **values):
    now = type(service).get_by_id(service.id)
    return saving.save(
        service, values, edition=now.edition, by=make_user(), note=Note(note, "en")
    )


def test_service_tells_which_texts_changed(service):
    version_of(service, summary="You tell it once.", cost="Free")

    assert told() == [("service", "Guidance", "Changed: Summary, What it costs")]


def test_note_stands_beside_the_change_with_its_difference(service):
    save(service, "You asked for it", **{"text/en/summary": "Once"})

    (row,) = [row for row in news(Wish(), "en", 25).rows if row.kind == "service"]
    assert (row.note, row.note_language) == ("You asked for it", "en")
    assert row.difference == f"/en/services/{service.slug}/versions?from=1&to=2"
    assert row.day == today()


@pytest.mark.parametrize(
    "name", ["text/en/staff_notes", "text/en/professionals", "review_email"]
)
def test_what_only_staff_see_is_no_change(service, name):
    save(service, "Maija has the key", **{name: "maija@verstas.example"})

    assert told() == []


def test_draft_in_another_language_is_no_change(service):
    sv = {"text/sv/name": "Rådgivning", "text/sv/state": "draft"}
    save(service, "Half done", **sv)

    assert told() == []


def test_where_a_protected_place_is_is_no_change(service):
    place = make_place(protected=True, name="Safe house")
    give_at(place, service, "mon 9:00-12:00")
    save(service, "At Salakuja", **{f"place/{place.slug}/phone": "019 123 4556"})

    assert told() == []


def test_service_without_public_text_is_not_told_of(service):
    version_of(service, summary="Once")
    ServiceText.update(state=TextState.ARCHIVED).execute()

    assert told() == []


def test_practice_tells_of_its_stage_with_the_reason():
    practice = make_practice("One plan")
    StageChange.create(
        practice=practice, stage=Stage.ON_TRIAL, note="Two places", language="en"
    )

    (row,) = [row for row in news(Wish(), "en", 25).rows if row.note == "Two places"]
    assert (row.name, row.says) == ("practice-stage", "New stage: Being tried out")


def test_draft_practice_is_not_told_of():
    practice = make_practice("One plan")
    before = {one[1] for one in told()}

    PracticeText.update(state=TextState.DRAFT).execute()

    assert before <= {"One plan"}
    assert told() == []
    assert practice


def test_answer_is_told_of_with_the_words_of_the_proposal():
    proposal = make_proposal(make_workshop(), "Ask once")
    answered(proposal)

    assert told() == [("answer", "Ask once", "Answered: Partly")]


@pytest.mark.parametrize("state", [State.HIDDEN, State.WITHDRAWN, State.RETURNED])
def test_answer_to_words_that_are_gone_is_not_told_of(state):
    answered(make_proposal(make_workshop(), "Ask once"))
    Proposal.update(state=state).execute()

    assert told() == []


def test_change_names_the_thread_that_led_to_it(service):
    proposal = make_proposal(make_workshop(), "Ask once")
    led(proposal, version_of(service, summary="Once"))
    thread = make_thread(proposal)
    version_of(service, cost="Free")

    rows = {
        row.says: [one.title for one in row.threads]
        for row in news(Wish(kind="service"), "en", 25).rows
    }
    assert rows == {"Changed: Summary": ["Told once"], "Changed: What it costs": []}
    set_public(thread.id, wanted=False)
    assert all(not row.threads for row in news(Wish(), "en", 25).rows)


def test_thread_that_is_public_is_told_of():
    make_thread(make_proposal(make_workshop(), "Ask once"))

    assert ("thread", "Told once", "Told in public, or told anew") in told()
    Thread.update(public=False).execute()
    assert told() == []
