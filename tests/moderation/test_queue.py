"""What waits, in which order, and for whom."""

import pytest
from flask import g
from playhouse.test_utils import count_queries

from portal.moderation import actions
from portal.moderation.actions import Ruling
from portal.moderation.models import Case, Cause, Decision, Flag, FlagReason, Reason
from portal.moderation.queries import queue
from portal.proposals.models import Proposal
from tests.factories import make_participant, make_user, make_workshop
from tests.moderation.queues import ids, public, wait

pytestmark = pytest.mark.usefixtures("speaking")

FOUND = '[["phone", "problem", 0, 3]]'


@pytest.fixture
def me():
    return make_user()


def test_urgent_comes_first_and_then_the_oldest(workshop, me):
    young, old = wait(workshop, hours=1), wait(workshop, hours=9)
    urgent = wait(workshop, hours=0, urgency=2)
    pressing = wait(workshop, hours=2, urgency=1)

    found = queue(me)

    assert ids(found) == [urgent.id, pressing.id, old.id, young.id]
    assert (found.total, found.urgent, found.oldest) == (4, 1, old.opened_at)


def test_thing_that_is_gone_is_left_out(workshop, me):
    case = wait(workshop)
    Case.create(kind="proposal", item_id=case.item_id + 1, language="en")
    Case.create(kind="riddle", item_id=1, language="en")

    assert ids(queue(me)) == [case.id]


def test_nothing_is_asked_of_nothing(me):
    found = queue(me)

    assert (found.waiting, found.total, found.oldest) == ([], 0, None)
    assert found.open_one(0) is None
    assert found.after(None) is None


def test_only_ordinary_free_ones_are_decided_together(workshop, me):
    other = make_user()
    ordinary = wait(workshop, hours=9)
    wait(workshop, hours=8, urgency=2)
    wait(workshop, hours=7, cause=Cause.FLAGGED)
    wait(workshop, hours=6, findings=FOUND)
    wait(workshop, hours=5, asked_by=me)
    actions.claim(wait(workshop, hours=4), other)
    mine = wait(workshop, hours=3)
    actions.claim(mine, me)

    together = [one.case_id for one in queue(me).waiting if one.together]

    assert together == [ordinary.id, mine.id]


def test_next_is_the_next_that_i_may_decide(workshop, me):
    first, taken, last = (wait(workshop, hours=9 - n) for n in range(3))
    actions.claim(taken, make_user())

    found = queue(me)
    opened = [found.open_one(case.id) for case in (first, taken, last)]

    assert [found.after(one).case_id for one in opened] == [last.id, last.id, first.id]
    assert found.open_one(0).case_id == first.id


def test_appeal_shows_what_it_is_about_and_is_not_for_who_decided_it(workshop, me):
    other = make_user()
    case = wait(workshop)
    actions.decide([case], me, Ruling(Decision.RETURN, Reason.UNCLEAR, "Which bus?"))
    actions.open_case(
        case.kind, case.item_id, language="en", cause=Cause.APPEALED, appeals=case
    )

    [mine], [theirs] = queue(me).waiting, queue(other).waiting

    assert (theirs.case.appealed, theirs.case.appealed_note) == (
        Decision.RETURN,
        "Which bus?",
    )
    assert (mine.decidable, theirs.decidable) == (False, True)


def test_reports_are_counted_by_reason(workshop, me):
    case = wait(workshop, cause=Cause.FLAGGED)
    for number, reason in enumerate(["wrong", "insulting", "wrong"]):
        Flag.create(
            kind=case.kind,
            item_id=case.item_id,
            case=case,
            reason=reason,
            language="en",
            reader=f"reader-{number}",
            code=f"code-{number}",
        )

    [found] = queue(me).waiting

    assert found.reports == ((FlagReason.WRONG, 2), (FlagReason.INSULTING, 1))


def test_other_texts_of_the_author_are_told_by_their_newest_decision(workshop, me):
    author = make_participant(workshop)
    back, stays, now_waits = (wait(workshop, author=author) for _ in range(3))
    actions.decide([back, stays], me, Ruling(Decision.RETURN, Reason.UNCLEAR))
    actions.take_back(stays, me)
    actions.decide([stays], me, Ruling(Decision.PUBLISH))
    first = wait(workshop, hours=-1)

    known, new = queue(me).waiting

    assert (known.case_id, new.case_id) == (now_waits.id, first.id)
    assert [one.item_id for one in known.earlier.decided] == [
        stays.item_id,
        back.item_id,
    ]
    assert dict(known.earlier.counts) == {Decision.PUBLISH: 1, Decision.RETURN: 1}
    assert (new.earlier.author != "", new.earlier.decided) == (True, ())


def test_what_is_like_it_on_its_board_is_told(workshop, me):
    like = public(workshop, "A warm bench at the harbour stop")
    public(make_workshop(), "A warm bench at the harbour stop")
    public(workshop, "Coffee in the library")
    wait(workshop, "The harbour stop needs a warm bench")

    [found] = queue(me).waiting

    assert [(one.id, one.heading) for one in found.likes] == [
        (like.id, "A warm bench at the harbour stop")
    ]


def test_public_thing_is_not_like_itself(workshop, me):
    case = wait(workshop, "A warm bench at the harbour stop")
    Proposal.update(state="published").where(Proposal.id == case.item_id).execute()

    [found] = queue(me).waiting

    assert found.likes == ()


@pytest.mark.parametrize("count", [1, 3])
def test_queue_asks_the_same_for_one_and_for_many(me, count):
    workshops = [make_workshop() for _ in range(count)]
    for workshop in workshops:
        public(workshop, "A warm bench at the harbour stop")
        author = make_participant(workshop)
        earlier = wait(workshop, author=author)
        actions.decide([earlier], me, Ruling(Decision.RETURN, Reason.UNCLEAR))
        wait(workshop, "The harbour stop needs a warm bench", author=author)
    queue(me)
    g.pop("places")

    with count_queries() as asked:
        found = queue(me)

    assert [len(one.likes) + len(one.earlier.decided) for one in found.waiting] == (
        [2] * count
    )
    # What waits counted, names of workshops, the cases, their proposals with the
    # boards, the other texts of their authors.
    assert asked.count == 5
