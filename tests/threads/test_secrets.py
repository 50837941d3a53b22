"""What the page of a thread does not tell."""

from portal.directory.models import Service
from portal.proposals.models import Proposal, State
from portal.reports.models import Phenomenon, PhenomenonText, Report, ReportState
from portal.threads import things
from portal.threads.actions import linking
from portal.threads.actions import threads as actions
from portal.threads.models import Thread
from portal.threads.things import End
from portal.workshops.models import Entry, Workshop
from tests.factories import (
    make_place,
    make_proposal,
    make_service,
    make_workshop,
)
from tests.reports.things import make_report
from tests.threads.things import answered, end, led, make_thread, version_of


def page_of(client, thread: Thread, language: str = "en") -> str:
    return client.get(f"/{language}/threads/{thread.slug}").text


def test_words_that_are_hidden_or_wait_are_nowhere(client):
    workshop = make_workshop()
    proposal = make_proposal(workshop)
    others = [make_proposal(workshop, f"Secret {n}") for n in range(3)]
    led(proposal, *others)
    states = (State.HIDDEN, State.RETURNED, State.WITHDRAWN)
    for other, state in zip(others, states, strict=True):
        Proposal.update(state=state).where(Proposal.id == other.id).execute()

    page = page_of(client, make_thread(proposal))

    assert "Secret" not in page
    assert page.count("<li><div") == 2
    assert "A proposal was taken back by its author" in page


def test_nothing_of_a_workshop_by_invitation_is_told(client):
    proposal, workshop = make_proposal(make_workshop()), make_workshop()
    other = make_proposal(workshop, "Among us")
    led(proposal, workshop, other, answered(other))
    invited = Workshop.update(entry=Entry.INVITED)
    invited.where(Workshop.id == workshop.id).execute()

    page = page_of(client, make_thread(proposal))

    assert "Among us" not in page
    assert page.count("<li><div") == 1


def test_version_in_which_nothing_public_changed_is_no_step(client):
    service, proposal = make_service("Guidance"), make_proposal(make_workshop())
    version_of(service, summary="New")
    led(proposal, version_of(service, staff_notes="For us alone"))

    page = page_of(client, make_thread(proposal))

    assert "For us alone" not in page
    assert page.count("<li><div") == 1


def test_address_of_a_protected_place_is_not_told(client):
    make_place(protected=True, street="Piilokuja 7")
    service, proposal = make_service("Shelter"), make_proposal(make_workshop())
    led(proposal, version_of(service, summary="Come to Piilokuja 7."))

    page = page_of(client, make_thread(proposal))

    assert "Piilokuja" not in page
    assert "The service changed" in page


def test_thread_to_a_service_nobody_is_to_know_of_is_kept_nowhere(client):
    service, proposal = make_service("Shelter"), make_proposal(make_workshop())
    led(proposal, version_of(service, summary="Come."))
    Service.update(sensitive=True).where(Service.id == service.id).execute()
    thread = make_thread(proposal)

    answer = client.get(f"/en/threads/{thread.slug}")

    assert answer.headers["Cache-Control"] == "no-store"


def test_report_tells_neither_its_words_nor_its_day(client):
    report = make_report(seen="I saw it on the stairs")
    phenomenon = Phenomenon.create(slug="on-the-stairs", public=True)
    PhenomenonText.create(phenomenon=phenomenon, language="en", title="Stairs")
    Report.update(phenomenon=phenomenon, state=ReportState.DE_IDENTIFIED).execute()
    proposal = make_proposal(make_workshop())
    start = End(things.REPORT, report.id)
    linking.join(start, end(proposal))
    thread = actions.create(start, "From the work", "en")
    actions.set_public(thread.id, wanted=True)

    page = page_of(client, thread)

    assert "on the stairs" not in page
    assert "Workers and partners told what they see" in page
