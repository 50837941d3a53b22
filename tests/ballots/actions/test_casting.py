from datetime import timedelta

import pytest
from flask import Flask

from portal.accounts.models import Voice
from portal.ballots import link_keys
from portal.ballots.actions.casting import cast
from portal.ballots.models import Ballot, Elector, Poll, PollState
from portal.ballots.sealing import Content
from portal.db import database, now
from portal.errors import Refused
from portal.workshops.models import Phase, Way, Workshop
from tests.ballots.boxes import box
from tests.factories import make_poll, make_workshop, open_to


@pytest.fixture(autouse=True)
def in_app(app: Flask):
    with app.test_request_context("/en/"):
        yield


@pytest.fixture
def vote() -> tuple[Poll, list[Elector]]:
    """An open poll, with two residents and one of the staff to vote in it."""
    workshop = make_workshop(Phase.VOTE)
    poll = make_poll(workshop)
    electors = open_to(workshop, poll, Voice.RESIDENT, Voice.RESIDENT, Voice.STAFF)
    return Poll.get_by_id(poll.id), electors


def everything_stored() -> dict[str, list[tuple]]:
    tables = [name for name in database.get_tables() if name != "ballot"]
    return {
        name: database.execute_sql(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
        for name in tables
    }


def test_ballot_is_in_the_box_with_its_voice_way_and_receipt(vote) -> None:
    poll, (me, *_others) = vote

    receipt = cast(poll, me, [1], way=Way.KIOSK)

    assert box(poll) == [Content([1], "resident", "kiosk", receipt)]
    assert len(receipt) == 10


def test_last_ballot_of_an_elector_takes_the_place_of_the_others(vote) -> None:
    poll, (me, other, _staff) = vote
    cast(poll, other, [2], way=Way.WEB)

    receipts = [cast(poll, me, choice, way=Way.WEB) for choice in ([1], [1, 2], [2])]

    assert sorted(content.choice for content in box(poll)) == [[2], [2]]
    assert len(set(receipts)) == 3
    assert receipts[2] in {content.receipt for content in box(poll)}


def test_casting_writes_nothing_but_the_ballot(vote) -> None:
    poll, (me, *_others) = vote
    before = everything_stored()

    cast(poll, me, [1], way=Way.WEB)

    assert everything_stored() == before
    assert Ballot.select().count() == 1


def test_ballot_holds_no_number_time_or_name_of_its_elector(vote) -> None:
    poll, electors = vote

    for elector in electors:
        cast(poll, elector, [1], way=Way.WEB)

    assert {column.name for column in database.get_columns("ballot")} == {
        "poll_id",
        "name",
        "sealed",
    }
    key = link_keys.read(poll.link_key)
    assert {ballot.name for ballot in Ballot.select()} == {
        link_keys.ballot_name(key, f"elector:{elector.id}") for elector in electors
    }


def test_without_the_link_key_nothing_says_whose_a_ballot_is(vote) -> None:
    poll, (me, *_others) = vote
    cast(poll, me, [1], way=Way.WEB)
    link_keys.destroy(poll.link_key)

    with pytest.raises(Refused, match="fault"):
        cast(poll, me, [2], way=Way.WEB)

    assert [content.choice for content in box(poll)] == [[1]]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"state": PollState.DRAFT}, "not begun"),
        ({"state": PollState.CLOSED}, "closed"),
        ({"closes_at": now() - timedelta(seconds=1)}, "closed"),
    ],
    ids=["draft", "closed", "its time is up"],
)
def test_ballot_that_comes_at_the_wrong_time_is_refused(vote, change, said) -> None:
    poll, (me, *_others) = vote
    Poll.update(change).where(Poll.id == poll.id).execute()

    with pytest.raises(Refused, match=said):
        cast(poll, me, [1], way=Way.WEB)

    assert box(poll) == []


def test_who_took_a_paper_ballot_can_not_cast_another(vote) -> None:
    poll, (me, *_others) = vote
    Elector.update(on_paper=True).where(Elector.id == me.id).execute()

    with pytest.raises(Refused, match="paper"):
        cast(poll, me, [1], way=Way.WEB)

    assert box(poll) == []


def test_one_casts_in_the_phase_of_voting_only(vote) -> None:
    poll, (me, *_others) = vote
    Workshop.update(phase_set=Phase.ANSWER).execute()

    with pytest.raises(Refused, match="Vote"):
        cast(poll, me, [1], way=Way.WEB)

    assert box(poll) == []
