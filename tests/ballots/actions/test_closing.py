import json
from datetime import timedelta
from hashlib import sha256

import pytest
from flask import Flask

from portal.accounts.models import Voice
from portal.ballots import link_keys
from portal.ballots.actions import closing, paper
from portal.ballots.actions.casting import cast
from portal.ballots.actions.closing import close
from portal.ballots.models import (
    KIND,
    Ballot,
    Elector,
    PaperEntry,
    PaperSheet,
    Poll,
    PollOption,
    PollState,
    Reason,
)
from portal.ballots.tallies import Method
from portal.db import today
from portal.errors import Refused
from portal.moderation.models import Case
from portal.workshops.models import Phase, Way, Workshop
from tests.ballots.boxes import ids
from tests.factories import make_poll, make_user, make_workshop, open_to

RESIDENTS, EXPERTS, STAFF = Voice.RESIDENT, Voice.EXPERT, Voice.STAFF


@pytest.fixture(autouse=True)
def in_app(app: Flask):
    with app.test_request_context("/en/"):
        yield


def voted(*voices: Voice, choices=None, **fields) -> tuple[Poll, list[str]]:
    """An open poll in which people with these voices have voted, the first option
    unless `choices` say otherwise; and their receipts."""
    workshop = make_workshop(Phase.VOTE)
    poll = make_poll(workshop, **fields)
    electors = open_to(workshop, poll, *voices)
    poll = Poll.get_by_id(poll.id)
    first, second = ids(poll)
    said = choices(first, second) if choices else [[first]] * len(voices)
    receipts = [
        cast(poll, elector, choice, way=Way.WEB)
        for elector, choice in zip(electors, said, strict=False)
    ]
    return poll, receipts


def closed(poll: Poll) -> tuple[dict, dict]:
    """The result and the list of a poll that is closed here."""
    close(poll.id)
    poll = Poll.get_by_id(poll.id)
    assert poll.state is PollState.CLOSED
    assert poll.digest == sha256(poll.ballots.encode()).hexdigest()
    return json.loads(poll.result), json.loads(poll.ballots)


def test_closing_leaves_a_list_and_no_box() -> None:
    poll, receipts = voted(*[RESIDENTS] * 12, *[STAFF] * 8)

    result, ballots = closed(poll)

    first, _second = ids(poll)
    assert ballots["ballots"] == [
        {"receipt": receipt, "choice": [first]} for receipt in sorted(receipts)
    ]
    assert (result["electors"], result["ballots"]) == (20, 20)
    assert result["voices"]["counts"] == {"resident": 12, "staff": 8}
    assert result["by_voice"]["staff"][str(first)]["approvals"] == 8
    for model in (Ballot, Elector, PaperSheet, PaperEntry):
        assert model.select().count() == 0


def test_list_tells_no_voice_and_no_way() -> None:
    poll, _receipts = voted(*[RESIDENTS] * 20)

    _result, ballots = closed(poll)

    assert {key for ballot in ballots["ballots"] for key in ballot} == {
        "receipt",
        "choice",
    }


def test_fewer_than_twenty_ballots_stand_without_their_receipts() -> None:
    poll, receipts = voted(
        *[RESIDENTS] * 19, choices=lambda first, second: [[second], *[[first]] * 18]
    )

    _result, ballots = closed(poll)

    first, second = ids(poll)
    assert ballots["ballots"] == [*[{"choice": [first]}] * 18, {"choice": [second]}]
    assert ballots["receipts"] == sorted(receipts)


def test_handful_of_experts_is_not_told_nor_can_be_subtracted() -> None:
    poll, _receipts = voted(*[RESIDENTS] * 12, *[STAFF] * 9, *[EXPERTS] * 4)

    result, _ballots = closed(poll)

    assert result["voices"]["counts"] == {"resident": 12}
    assert set(result["by_voice"]) == {"resident"}


def test_key_is_destroyed_and_closing_again_changes_nothing() -> None:
    poll, _receipts = voted(RESIDENTS, STAFF)
    before = closed(poll)

    again = closed(poll)

    assert link_keys.read(poll.link_key) is None
    assert again == before


def test_key_left_by_a_fault_is_destroyed_later(monkeypatch) -> None:
    poll, _receipts = voted(RESIDENTS)
    with monkeypatch.context() as patched:
        patched.setattr(link_keys, "destroy", lambda _name: None)
        close(poll.id)
    left = link_keys.read(poll.link_key)

    destroyed = closing.destroy_left_keys(), closing.destroy_left_keys()

    assert left is not None
    assert destroyed == (1, 0)
    assert link_keys.read(poll.link_key) is None


def test_lost_key_ends_the_voting_and_the_ballots_count() -> None:
    poll, _receipts = voted(RESIDENTS, RESIDENTS)
    link_keys.destroy(poll.link_key)

    result, _ballots = closed(poll)

    assert result["ballots"] == 2


def test_another_secret_closes_nothing_and_loses_nothing(app: Flask) -> None:
    poll, _receipts = voted(RESIDENTS, RESIDENTS)
    kept = app.config["SECRET_KEY"]
    app.config["SECRET_KEY"] = "another key for tests"

    try:
        with pytest.raises(Refused, match="SECRET_KEY"):
            close(poll.id)
    finally:
        app.config["SECRET_KEY"] = kept

    result, _ballots = closed(poll)
    assert result["ballots"] == 2


def test_ballot_after_closing_is_refused() -> None:
    workshop = make_workshop(Phase.VOTE)
    poll = make_poll(workshop)
    (me,) = open_to(workshop, poll, RESIDENTS)
    poll = Poll.get_by_id(poll.id)
    close(poll.id)

    with pytest.raises(Refused, match="closed"):
        cast(poll, me, [1], way=Way.WEB)

    assert Ballot.select().count() == 0


def test_poll_without_ballots_closes() -> None:
    poll, _receipts = voted(choices=lambda _first, _second: [])

    result, ballots = closed(poll)

    assert (result["ballots"], ballots["ballots"]) == (0, [])


def test_poll_that_has_not_begun_does_not_close() -> None:
    poll = make_poll(make_workshop(Phase.VOTE))

    with pytest.raises(Refused, match="not begun"):
        close(poll.id)


def test_reasons_leave_the_ballots_and_wait_for_a_moderator() -> None:
    workshop = make_workshop(Phase.VOTE)
    poll = make_poll(workshop, "Open late", method=Method.CONSENT)
    me, other = open_to(workshop, poll, RESIDENTS, STAFF)
    poll = Poll.get_by_id(poll.id)
    option = PollOption.get(PollOption.poll == poll).id
    objection = {str(option): ("object", "sv", "Det blir för sent")}
    cast(poll, me, {option: "object"}, way=Way.WEB, reasons=objection)
    cast(poll, other, {option: "agree"}, way=Way.WEB)

    _result, ballots = closed(poll)

    (reason,) = Reason.select()
    assert (reason.option, reason.stance, reason.language, reason.body) == (
        option,
        "object",
        "sv",
        "Det blir för sent",
    )
    assert "Det blir" not in json.dumps(ballots)
    assert [case.item_id for case in Case.select().where(Case.kind == KIND)] == [
        reason.id
    ]


def test_paper_that_was_not_entered_is_told() -> None:
    workshop = make_workshop(Phase.VOTE)
    poll = make_poll(workshop)
    people = open_to(workshop, poll, *[RESIDENTS] * 2)
    poll = Poll.get_by_id(poll.id)
    (first, _second), codes = ids(poll), paper.print_sheets(poll.id, 2)
    for person in people:
        paper.give_sheet(person)
    content = paper.content_of([first], "resident", {})
    for clerk in (make_user(), make_user()):
        paper.enter(poll, paper.sheet(poll, codes[0]), clerk, content)

    result, _ballots = closed(poll)

    assert (result["ballots"], result["paper_missing"]) == (1, 1)


def test_polls_whose_time_is_up_are_due() -> None:
    over, _receipts = voted(RESIDENTS)
    voted(RESIDENTS)
    Poll.update(closes_at=Poll.opened_at).where(Poll.id == over.id).execute()

    assert closing.due() == [over.id]


def test_poll_of_a_workshop_that_moved_on_by_its_dates_is_due() -> None:
    poll, _receipts = voted(RESIDENTS)
    yesterday = today() - timedelta(days=1)
    Workshop.update(moves_by_date=True, vote_until=yesterday).execute()

    assert closing.due() == [poll.id]
