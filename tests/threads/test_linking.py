"""Joining what came of what, as editors do it."""

import pytest
from playhouse.test_utils import count_queries

from portal.permissions import Role
from portal.proposals.models import Proposal
from portal.threads.actions import linking
from portal.threads.models import Outcome, ThreadLink
from portal.threads.queries.links import graph
from portal.threads.things import End
from tests.factories import (
    make_practice,
    make_proposal,
    make_service,
    make_user,
    make_workshop,
    sign_in,
)
from tests.threads.things import answered, end, led, version_of


@pytest.fixture
def editor(app):
    return sign_in(app, make_user(Role.EDITOR))


def address(thing) -> str:
    return f"/en/outcomes/{end(thing).kind}/{thing.id}"


def sent(thing, wanted: str = "1", **more: str) -> dict[str, str]:
    kind, key = end(thing)
    return {
        "pick_thing": f"{kind}:{key}",
        "wanted": wanted,
        "outcome": "tried-in",
        "language": "en",
        **more,
    }


def joints() -> list[tuple]:
    return [
        (row.kind, row.item_id, row.outcome, row.other_kind, row.other_id)
        for row in ThreadLink.select().order_by(ThreadLink.id)
    ]


def test_posting_twice_joins_once(editor):
    proposal, practice = make_proposal(make_workshop()), make_practice()

    first = editor.post(address(proposal), data=sent(practice))
    editor.post(address(proposal), data=sent(practice))

    assert first.status_code == 303
    assert joints() == [
        ("proposal", proposal.id, Outcome.TRIED_IN, "practice", practice.id)
    ]


def test_it_can_be_joined_from_the_other_side(editor):
    proposal, practice = make_proposal(make_workshop()), make_practice()

    editor.post(address(practice), data=sent(proposal, pick_way="before"))

    assert graph().back[end(practice)][0].start == end(proposal)


def test_circle_is_refused_in_words_and_keeps_what_was_written(editor):
    workshop = make_workshop()
    first, second = make_proposal(workshop), make_proposal(workshop)
    led(first, second)

    answer = editor.post(address(second), data=sent(first, note="My own words"))

    assert answer.status_code == 422
    assert "would lead round in a circle" in answer.text
    assert "My own words" in answer.text
    assert len(joints()) == 1


def test_thing_does_not_come_of_itself():
    proposal = make_proposal(make_workshop())

    with pytest.raises(linking.Circle):
        linking.join(end(proposal), end(proposal))


def test_what_is_not_there_is_not_joined(editor):
    proposal = make_proposal(make_workshop())

    answer = editor.post(
        address(proposal),
        data={"pick_thing": "pilot:999", "wanted": "1", "outcome": "led-to"}
        | {"language": "en"},
    )

    assert answer.status_code == 422
    assert joints() == []


@pytest.mark.parametrize(
    "named", ["", "pilot", "pilot:x", "user:1", "pilot:99999999999"]
)
def test_what_names_no_thing_is_refused(editor, named):
    proposal = make_proposal(make_workshop())

    answer = editor.post(address(proposal), data={"pick_thing": named, "wanted": "1"})

    assert answer.status_code == 422


def test_deleted_end_is_told_and_can_be_taken_apart(editor):
    proposal, practice = make_proposal(make_workshop()), make_practice()
    led(proposal, practice)
    gone = sent(practice, wanted="0")
    practice.delete_instance()

    page = editor.get(address(proposal)).text
    editor.post(address(proposal), data=gone)

    assert "This was taken away" in page
    assert joints() == []


def test_what_is_not_public_has_no_name_here(editor):
    workshop = make_workshop()
    proposal, hidden = make_proposal(workshop), make_proposal(workshop, "Hidden words")
    led(proposal, hidden)
    Proposal.update(state="hidden").where(Proposal.id == hidden.id).execute()

    page = editor.get(address(proposal)).text

    assert "Not public, so left out of threads" in page
    assert "Hidden words" not in page


def test_editor_is_offered_what_is_joined_already(editor):
    proposal = make_proposal(make_workshop())
    answer = answered(proposal)

    page = editor.get(address(proposal)).text

    assert f'value="answer:{answer.id}"' in page
    assert 'value="workshop:' in page


def test_things_are_found_by_number_address_and_words(editor):
    proposal = make_proposal(make_workshop())
    other = make_proposal(make_workshop())
    practice = make_practice("Walking side by side")
    service = make_service("Guidance", slug="guidance")
    version = version_of(service, summary="New")

    def found(question: str) -> str:
        return editor.get(address(proposal), query_string={"q": question}).text

    assert f'value="proposal:{other.id}"' in found(f"#{other.id}")
    assert f'value="practice:{practice.id}"' in found("walking")
    assert f'value="practice:{practice.id}"' in found(f"/fi/practices/{practice.slug}")
    assert f'value="service-version:{version.id}"' in found(
        f"https://portal.example/sv/services/guidance/versions?to={version.edition}"
    )
    assert "Nothing more was found" in found("https://elsewhere.example/x")


@pytest.mark.parametrize("others", [1, 3])
def test_editor_takes_the_same_statements_however_much_is_joined(editor, others):
    workshop = make_workshop()
    proposal = make_proposal(workshop)
    for _number in range(others):
        led(proposal, make_practice())
    editor.get(address(proposal))

    with count_queries() as queries:
        editor.get(address(proposal))

    # The person and their roles, two versions, whether ends are there and what is told
    # of them (of the thing itself, then of all), links, leads, the thread, notices.
    assert queries.count == 12


def test_unknown_thing_is_not_found(editor):
    assert editor.get("/en/outcomes/proposal/1").status_code == 404
    assert editor.get("/en/outcomes/user/1").status_code == 404


def test_thing_that_is_there_but_not_public_is_joined_too():
    workshop = make_workshop()
    proposal, waiting = (
        make_proposal(workshop),
        make_proposal(workshop, state="waiting"),
    )

    linking.join(end(proposal), End("proposal", waiting.id))

    assert len(joints()) == 1
