import pytest
from flask import Flask

from portal.accounts.models import Voice
from portal.ballots.actions import paper
from portal.ballots.actions.casting import cast
from portal.ballots.actions.paper import content_of
from portal.ballots.models import Elector, PaperEntry, Poll
from portal.errors import Refused
from portal.workshops.models import Phase, Way
from tests.ballots.boxes import told
from tests.factories import make_poll, make_user, make_workshop, open_to


@pytest.fixture(autouse=True)
def in_app(app: Flask):
    with app.test_request_context("/en/"):
        yield


@pytest.fixture
def vote() -> tuple[Poll, list[Elector]]:
    workshop = make_workshop(Phase.VOTE)
    poll = make_poll(workshop)
    electors = open_to(workshop, poll, Voice.RESIDENT, Voice.RESIDENT)
    return Poll.get_by_id(poll.id), electors


@pytest.fixture
def clerks():
    return make_user(), make_user()


def on_paper(choice: list[int], voice: str = "expert"):
    return content_of(choice, voice, {})


def test_sheet_read_alike_by_two_becomes_one_ballot(vote, clerks) -> None:
    poll, (me, _other) = vote
    (code,) = paper.print_sheets(poll.id, 1)
    paper.give_sheet(me)
    sheet = paper.sheet(poll, code.lower().replace("-", " "))

    agreed = [paper.enter(poll, sheet, clerk, on_paper([2])) for clerk in clerks]

    assert agreed == [False, True]
    assert told(poll) == [([2], "expert", "paper")]


def test_entering_the_same_sheet_again_makes_no_second_ballot(vote, clerks) -> None:
    poll, (me, _other) = vote
    (code,) = paper.print_sheets(poll.id, 1)
    paper.give_sheet(me)
    sheet = paper.sheet(poll, code)

    for clerk in (*clerks, *clerks):
        paper.enter(poll, sheet, clerk, on_paper([2]))

    assert told(poll) == [([2], "expert", "paper")]


def test_one_clerk_alone_puts_nothing_in_the_box(vote, clerks) -> None:
    poll, (me, _other) = vote
    (code,) = paper.print_sheets(poll.id, 1)
    paper.give_sheet(me)
    sheet = paper.sheet(poll, code)

    agreed = [paper.enter(poll, sheet, clerks[0], on_paper([2])) for _time in range(2)]

    assert agreed == [False, False]
    assert told(poll) == []
    assert PaperEntry.select().count() == 1


def test_sheet_read_differently_waits_until_it_is_settled(vote, clerks) -> None:
    poll, (me, _other) = vote
    (code,) = paper.print_sheets(poll.id, 1)
    paper.give_sheet(me)
    sheet = paper.sheet(poll, code)
    for clerk, choice in zip(clerks, ([1], [2]), strict=True):
        paper.enter(poll, sheet, clerk, on_paper(choice))
    before = told(poll)

    paper.settle(poll, sheet, on_paper([1, 2]))

    entries = list(PaperEntry.select().where(PaperEntry.sheet == sheet))
    assert before == []
    assert told(poll) == [([1, 2], "expert", "paper")]
    assert [paper.read(poll.id, entry).choice for entry in entries] == [[1, 2], [1, 2]]


def test_nothing_is_settled_before_two_have_read_it(vote, clerks) -> None:
    poll, (me, _other) = vote
    (code,) = paper.print_sheets(poll.id, 1)
    paper.give_sheet(me)
    sheet = paper.sheet(poll, code)
    paper.enter(poll, sheet, clerks[0], on_paper([1]))

    with pytest.raises(Refused):
        paper.settle(poll, sheet, on_paper([1]))

    assert told(poll) == []


def test_third_person_does_not_enter_a_sheet_that_two_have_read(vote, clerks) -> None:
    poll, (me, _other) = vote
    (code,) = paper.print_sheets(poll.id, 1)
    paper.give_sheet(me)
    sheet = paper.sheet(poll, code)
    for clerk in clerks:
        paper.enter(poll, sheet, clerk, on_paper([1]))

    with pytest.raises(Refused):
        paper.enter(poll, sheet, make_user(), on_paper([2]))

    assert told(poll) == [([1], "expert", "paper")]


def test_more_sheets_than_people_marked_are_not_counted(vote, clerks) -> None:
    poll, (me, _other) = vote
    sheets = [paper.sheet(poll, code) for code in paper.print_sheets(poll.id, 2)]
    paper.give_sheet(me)
    for clerk in clerks:
        paper.enter(poll, sheets[0], clerk, on_paper([1]))
    paper.enter(poll, sheets[1], clerks[0], on_paper([2]))

    with pytest.raises(Refused, match="More sheets"):
        paper.enter(poll, sheets[1], clerks[1], on_paper([2]))

    assert told(poll) == [([1], "expert", "paper")]


def test_who_has_cast_gets_no_sheet(vote) -> None:
    poll, (me, other) = vote
    cast(poll, me, [1], way=Way.WEB)

    paper.give_sheet(other)
    with pytest.raises(Refused, match="voted already"):
        paper.give_sheet(me)

    marked = [row.on_paper for row in Elector.select().order_by(Elector.id)]
    assert marked == [False, True]


def test_code_of_another_vote_opens_no_sheet(vote) -> None:
    poll, _electors = vote
    other = make_poll(make_workshop(Phase.VOTE))
    (code,) = paper.print_sheets(other.id, 1)

    with pytest.raises(Refused, match="No sheet"):
        paper.sheet(poll, code)
