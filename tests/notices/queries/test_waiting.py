"""Whose notices are mailed now: by pace, quiet hours and what has happened since."""

from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.notices.models import Pace, Topic
from portal.notices.queries import waiting
from portal.notices.queries.waiting import due
from portal.notices.turns import turn
from tests.notices.waiting import NOON, happened, reader

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
MORNING = NOON - 4 * HOUR
MONDAY = MORNING - 2 * DAY


def told_at(moment):
    return {one.reader.id: [n.id for n in one.notices] for one in due(turn(moment), "")}


def test_immediate_notice_is_due_at_once_and_grouped_with_others():
    user = reader()
    first, second = happened(user), happened(user, item=8)

    assert told_at(NOON) == {user.id: [first.id, second.id]}


@pytest.mark.parametrize(
    ("pace", "at", "is_due"),
    [
        (Pace.IMMEDIATE, NOON, True),
        (Pace.DAILY, MORNING, False),
        (Pace.DAILY, MORNING - HOUR, True),
        (Pace.WEEKLY, MORNING - HOUR, False),
        (Pace.WEEKLY, MONDAY, False),
        (Pace.WEEKLY, MONDAY - HOUR, True),
        (Pace.NONE, MONDAY - HOUR, False),
    ],
)
def test_wish_says_when_a_notice_is_due(pace, at, is_due):
    user = reader(paces={Topic.ANSWERS: pace})
    happened(user, at=at)

    assert bool(told_at(NOON)) is is_due


def test_pace_is_the_ordinary_one_of_the_topic_where_nothing_was_chosen():
    user = reader(paces={Topic.ANSWERS: Pace.NONE})
    daily = happened(user, Topic.REPLIES, at=MORNING - HOUR)
    happened(user, Topic.REPLIES, at=NOON)
    happened(user, Topic.FOLLOWED, at=MORNING - HOUR)
    at_once = happened(user, Topic.SESSIONS)

    assert told_at(NOON) == {user.id: [daily.id, at_once.id]}


def test_digest_goes_once_in_its_turn():
    paces = {Topic.ANSWERS: Pace.DAILY, Topic.PHASES: Pace.WEEKLY}
    user = reader(paces=paces, daily_at=MORNING, weekly_at=MONDAY - DAY)
    happened(user, at=MORNING - HOUR)
    weekly = happened(user, Topic.PHASES, at=MONDAY - HOUR)

    (found,) = due(turn(NOON), "")

    assert [notice.id for notice in found.notices] == [weekly.id]
    assert (found.daily, found.weekly) == (False, True)


@pytest.mark.parametrize(
    ("quiet", "hours", "is_due"),
    [
        ((21, 7), -3, True),
        ((21, 7), 8, True),
        ((21, 7), 9, False),
        ((21, 7), 14, False),
        ((21, 7), 19, True),
        ((11, 13), 0, False),
        ((11, 13), 1, True),
        ((12, 12), 0, True),
        ((0, 12), 0, True),
        ((0, 13), 0, False),
    ],
)
def test_nothing_is_due_in_quiet_hours(quiet, hours, is_due):
    user = reader(quiet=quiet)
    happened(user)

    assert bool(told_at(NOON + hours * HOUR)) is is_due


@pytest.mark.parametrize(
    ("moment", "is_due"),
    [
        # At three the clock goes back to three: twice the same hour.
        ("2026-10-25 00:30", False),
        ("2026-10-25 01:30", False),
        ("2026-10-25 02:00", True),
        # At three it goes forward to four.
        ("2026-03-29 00:59", False),
        ("2026-03-29 01:00", True),
    ],
)
def test_quiet_hours_follow_the_clock_when_it_changes(moment, is_due):
    moment = type(NOON).fromisoformat(moment)
    user = reader(quiet=(22, 4))
    happened(user, at=moment)

    assert bool(told_at(moment)) is is_due


def test_without_a_mail_box_the_ordinary_quiet_hours_hold():
    user = reader()
    waiting.MailBox.delete().execute()
    happened(user)

    assert [bool(told_at(NOON + hours * HOUR)) for hours in (0, 9)] == [True, False]


@pytest.mark.parametrize(
    "fields",
    [
        {"stopped_at": NOON, "stopped_why": "asked"},
        {"paces": {Topic.ANSWERS: Pace.NONE}},
    ],
)
def test_who_wants_no_mail_gets_none(fields):
    happened(reader(**fields))

    assert told_at(NOON) == {}


def test_what_was_seen_or_mailed_or_is_stale_is_not_due():
    user = reader()
    happened(user, seen_at=NOON)
    happened(user, mailed_at=NOON)
    happened(user, at=NOON - 16 * DAY)

    assert told_at(NOON) == {}


def test_only_accounts_that_are_open_get_mail():
    closed = reader()
    type(closed).update(active=False).where(type(closed).id == closed.id).execute()
    happened(closed)
    happened("participant:12")
    happened("user:999999")

    assert told_at(NOON) == {}


def test_readers_come_some_at_a_time_and_whole(monkeypatch):
    monkeypatch.setattr(waiting, "MOST_NOTICES", 3)
    readers = [reader() for _ in range(3)]
    for user in readers:
        happened(user)
        happened(user)

    found, after = [], ""
    while batch := due(turn(NOON), after):
        found.append([(one.reader.id, len(one.notices)) for one in batch])
        after = batch[-1].notices[0].recipient

    by_key = sorted(readers, key=lambda user: f"user:{user.id}")
    assert found == [[(user.id, 2)] for user in by_key]


@pytest.mark.parametrize("readers", [1, 3])
def test_one_statement_finds_any_number(readers):
    for _ in range(readers):
        happened(reader())

    with count_queries() as queries:
        found = due(turn(NOON), "")

    assert (len(found), queries.count) == (readers, 1)
