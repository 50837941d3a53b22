"""The page of a thread."""

from itertools import pairwise

import pytest
from playhouse.test_utils import count_queries

from portal.db import bump, now, today
from portal.permissions import Role
from portal.pilots.models import Selection, SelectionText
from portal.proposals.actions import publishing
from portal.proposals.models import Proposal, Verdict
from portal.threads import things
from portal.threads.actions import linking
from portal.threads.models import Outcome, Thread
from portal.threads.things import End
from tests.factories import (
    make_practice,
    make_proposal,
    make_service,
    make_user,
    make_workshop,
    sign_in,
)
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


def test_selection_that_is_not_decided_is_not_called_chosen(client):
    selection = Selection.create(slug="which-goes-on", locked_at=now())
    SelectionText.create(selection=selection, language="en", title="Which goes on?")
    proposal = make_proposal(make_workshop())
    linking.join(end(proposal), End(things.SELECTION, selection.id))
    thread = make_thread(proposal)

    before = page_of(client, thread)
    Selection.update(decided_on=today()).execute()
    bump("pilots")

    assert ("It is not decided yet." in before, "Chosen" in before) == (True, False)
    assert "Chosen" in page_of(client, thread)


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
