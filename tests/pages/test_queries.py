from datetime import date

from portal.pages.queries import newest_change, open_workshops
from portal.proposals.actions import AnswerDraft, store_answer
from portal.proposals.models import Verdict
from portal.workshops.models import Phase
from tests.factories import make_proposal, make_workshop, timetable


def answer(proposal, done_on, **changed):
    draft = AnswerDraft(
        verdict=Verdict.WILL,
        team=None,
        reasons=dict.fromkeys(changed, "Because"),
        changed=changed,
        starts_on=None,
        done_on=done_on,
    )
    store_answer(proposal, None, draft, answered_on=date(2026, 1, 1))


def test_open_workshops_are_those_not_yet_answered_the_soonest_first():
    later = make_workshop(Phase.GATHER, timetable=timetable(9))
    sooner = make_workshop(Phase.VOTE, timetable=timetable(7))
    make_workshop(Phase.ANSWER, timetable=timetable(1))

    assert [board.id for board in open_workshops("en", 5)] == [sooner.id, later.id]
    assert [board.id for board in open_workshops("en", 1)] == [sooner.id]


def test_newest_change_is_the_one_done_last():
    workshop = make_workshop(Phase.ANSWER)
    first, last, undone = (make_proposal(workshop) for _ in range(3))
    answer(last, date(2026, 5, 2), fi="Muuttui", en="It changed")
    answer(first, date(2026, 5, 1), en="Earlier")
    answer(undone, None, en="")

    found = newest_change("en")

    assert (found.number, found.said, found.done_on) == (
        last.id,
        "It is so.",
        date(2026, 5, 2),
    )
    assert (found.did, found.did_language) == ("It changed", "en")


def test_newest_change_tells_the_language_it_is_in():
    answer(make_proposal(make_workshop()), date(2026, 5, 1), fi="Muuttui")

    found = newest_change("sv")

    assert (found.did, found.did_language) == ("Muuttui", "fi")


def test_there_is_no_change_before_the_first():
    assert newest_change("en") is None
