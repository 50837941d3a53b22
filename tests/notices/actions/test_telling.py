import json

import pytest
from playhouse.test_utils import count_queries

from portal.notices.actions import take_back, tell
from portal.notices.models import Notice, Topic
from portal.notices.recipients import participant_key, user_key
from tests.factories import make_participant, make_user, make_workshop
from tests.notices.waiting import EVENT, told

__all__ = ["told"]
pytestmark = pytest.mark.usefixtures("told")


def recipients():
    return [notice.recipient for notice in Notice.select().order_by(Notice.id)]


def test_notice_holds_what_happened_to_whom():
    tell(["user:3"], EVENT, "proposal", 7, happening="h:1", comment=12)

    notice = Notice.get()
    assert (notice.recipient, notice.topic, notice.event) == (
        "user:3",
        Topic.ANSWERS,
        EVENT,
    )
    assert (notice.kind, notice.item_id, notice.seat) == ("proposal", 7, None)
    assert json.loads(notice.facts) == {"comment": 12}
    assert (notice.seen_at, notice.mailed_at) == (None, None)


def test_one_happening_is_told_to_one_person_once():
    for _ in range(2):
        tell(["user:3", "user:3", ""], EVENT, "proposal", 7, happening="h:1")
    tell(["user:3"], EVENT, "proposal", 7, happening="h:2")

    assert recipients() == ["user:3", "user:3"]


def test_hundreds_are_told_by_one_insert_and_one_question():
    workshop = make_workshop()
    seats = [make_participant(workshop).id for _ in range(3)]
    keys = [
        *map(participant_key, seats),
        *(f"participant:{n}" for n in range(10**8, 10**8 + 497)),
    ]

    with count_queries() as queries:
        tell(keys, EVENT, "proposal", 7, happening="h:1")

    assert len(recipients()) == 500
    # Which of them have an account; the notices.
    assert queries.count == 2


def test_who_did_it_is_not_told_by_either_key():
    user, workshop = make_user(), make_workshop()
    seat = make_participant(workshop, user=user)
    both = [participant_key(seat.id), user_key(user.id), "user:999"]

    tell(both, EVENT, "proposal", 7, happening="h:1", doer=participant_key(seat.id))
    tell(both, EVENT, "proposal", 7, happening="h:2", doer=user_key(user.id))

    assert recipients() == ["user:999", "user:999"]


def test_mail_waits_only_where_there_is_an_address_and_no_letter():
    tell(["user:3", "participant:9"], EVENT, "proposal", 7, happening="h:1")
    tell(["user:4"], EVENT, "proposal", 7, happening="h:2", mailed=True)

    waiting = Notice.select().where(Notice.mailed_at.is_null())
    assert [notice.recipient for notice in waiting] == ["user:3"]


def test_what_no_longer_holds_is_taken_back_alone():
    for happening in ("h:1", "h:2"):
        tell(["user:3", "user:4"], EVENT, "proposal", 7, happening=happening)

    take_back("proposal", 7, "h:1")

    assert [notice.happening for notice in Notice.select()] == ["h:2", "h:2"]
