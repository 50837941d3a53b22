"""The page of a thread."""

from itertools import pairwise

import pytest
from playhouse.test_utils import count_queries

from portal.db import bump
from portal.directory.models import Service
from portal.permissions import Role
from portal.proposals.actions import publishing
from portal.proposals.models import Proposal, State, Verdict
from portal.reports.models import Phenomenon, PhenomenonText, Report, ReportState
from portal.threads import things
from portal.threads.actions import linking
from portal.threads.actions import threads as actions
from portal.threads.models import Outcome, Thread
from portal.threads.things import End
from portal.workshops.models import Entry, Workshop
from tests.factories import (
    make_place,
    make_practice,
    make_proposal,
    make_service,
    make_user,
    make_workshop,
    sign_in,
)
from tests.reports.things import make_report
from tests.threads.things import answered, end, led, make_thread, version_of

HTML_OF_FORTY_STEPS = 25_000


def test_thread_tells_each_step(client):
    workshop = make_workshop()
    proposal = make_proposal(workshop, "Ask once", supports=2)
    answer = answered(proposal)
    service = make_service("Guidance")
    version = version_of(service, summary="You tell it once.")
    led(proposal, workshop, answer, version)
    thread = make_thread(proposal, next="A study", next_when="Autumn")

    page = client.get(f"/en/threads/{thread.slug}").text

    assert "It is so." in page
    assert "2 supporters" in page
    assert "The answer was: partly" in page
    assert "<ins>You tell it once.</ins>" in page
    assert "<del>A summary</del>" in page
    assert page.count("<li><div") == 4
    assert '<li class="is-next">' in page


def page_of(client, thread: Thread, language: str = "en") -> str:
    return client.get(f"/{language}/threads/{thread.slug}").text


def statements(client, thread: Thread) -> int:
    page_of(client, thread)
    bump("threads")
    page_of(client, thread)
    bump("elsewhere")
    with count_queries() as queries:
        page_of(client, thread)
    return queries.count


def chain(length: int) -> tuple[Proposal, list[End]]:
    """A proposal and what came of it: so many steps of every sort."""
    workshop = make_workshop()
    proposal = make_proposal(workshop)
    service = make_service("Guidance")
    steps = [end(proposal)]
    for number in range(length - 1):
        made = (
            make_proposal(workshop, f"Words that people wrote down, number {number}"),
            make_practice(f"Practice {number}"),
            version_of(service, summary=f"You tell it once, we say {number} times."),
        )[number % 3]
        steps.append(end(made))
    for one, two in pairwise(steps):
        linking.join(one, two, outcome=Outcome.LED_TO)
    return proposal, steps


@pytest.mark.parametrize("length", [4, 10])
def test_page_takes_the_same_statements_however_long(client, length):
    proposal, _steps = chain(length)

    # Contents, the thread with its texts, what is told, versions, effects.
    assert statements(client, make_thread(proposal)) == 5


def test_forty_steps_weigh_little(client):
    proposal, _steps = chain(40)

    page = page_of(client, make_thread(proposal))

    assert page.count("<li><div") == 40
    assert len(page.encode()) <= HTML_OF_FORTY_STEPS


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


def test_words_in_another_language_say_so(client):
    proposal = make_proposal(make_workshop(), "Kerran riittää", language="fi")

    page = page_of(client, make_thread(proposal))

    assert '<blockquote lang="fi"' in page


def test_what_stopped_and_what_took_long_is_said(client):
    proposal, practice = make_proposal(make_workshop()), make_practice()
    answer = answered(proposal, Verdict.WILL_NOT)
    led(proposal, practice)
    linking.join(end(practice), end(answer), outcome=Outcome.STOPPED_BY)
    Proposal.update(written_at="2020-01-05 10:00:00").execute()

    page = page_of(client, make_thread(proposal))

    assert "It stopped here" in page
    assert "months to come this far" in page
    assert "The answer was: will not" in page


def test_draft_is_seen_by_those_who_edit_threads_alone(app, client):
    thread = make_thread(make_proposal(make_workshop()), public=False)
    editor = sign_in(app, make_user(Role.EDITOR))
    address = f"/en/threads/{thread.slug}"

    assert client.get(address).status_code == 404
    assert "It is not public yet." in editor.get(address).text


def test_thread_is_not_public_when_its_start_is_not(client):
    proposal = make_proposal(make_workshop())
    thread = make_thread(proposal, title="Said by somebody")
    address = f"/en/threads/{thread.slug}"
    shown = client.get(address).status_code

    publishing.hide(proposal.id)

    assert (shown, client.get(address).status_code) == (200, 404)
    assert "Said by somebody" not in client.get("/en/threads").text
    assert "Said by somebody" not in client.get("/en/").text
