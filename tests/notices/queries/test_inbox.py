from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.notices.models import Topic
from portal.notices.queries.inbox import ON_A_PAGE, inbox, unseen
from tests.notices.waiting import NOON, happened, told

__all__ = ["told"]
pytestmark = pytest.mark.usefixtures("told")
KEYS = ["user:3", "participant:9"]


def groups(found):
    return [(g.title, g.unseen, [s for s, _url in g.sentences]) for g in found.groups]


def test_notices_stand_by_thing_and_topic_newest_first():
    for item in (7, 8, 7):
        happened("user:3", item=item)
    happened("participant:9", item=7, topic=Topic.REPLIES)
    happened("user:3", item=7, seen_at=NOON)
    happened("user:4", item=7)

    found = inbox(KEYS, 1)

    assert groups(found) == [
        ("Thing 7", False, ["There is news of thing 7."]),
        ("Thing 7", True, ["There is news of thing 7."]),
        ("Thing 7", True, ["2 pieces of news."]),
        ("Thing 8", True, ["There is news of thing 8."]),
    ]
    assert [group.topic for group in found.groups][1] is Topic.REPLIES
    assert (found.unseen, found.gone, found.pages) == (True, 0, 1)


def test_group_says_when_its_newest_happened():
    happened("user:3")
    happened("user:3", at=NOON + timedelta(hours=1))

    (group,) = inbox(KEYS, 1).groups

    assert group.happened_at == NOON + timedelta(hours=1)


def test_what_is_gone_is_counted_and_can_be_marked():
    happened("user:3", item=404)
    gone = happened("user:3", item=404)

    found = inbox(KEYS, 1)

    assert (found.groups, found.gone, found.newest, found.unseen) == (
        [],
        2,
        gone.id,
        True,
    )


def test_long_list_has_pages_and_one_beyond_them_is_the_first():
    for item in range(1000, 1000 + ON_A_PAGE + 1):
        happened("user:3", item=item)

    first, second, beyond = (inbox(KEYS, page) for page in (1, 2, 9))

    assert [len(page.groups) for page in (first, second, beyond)] == [20, 1, 20]
    assert [(p.number, p.pages) for p in (first, second, beyond)] == [
        (1, 2),
        (2, 2),
        (1, 2),
    ]


def test_nothing_is_an_empty_page():
    found = inbox(KEYS, 1)

    assert (found.groups, found.newest, found.unseen, found.pages) == ([], 0, False, 1)


@pytest.mark.parametrize("count", [1, 3])
def test_page_is_one_statement(count):
    for item in range(count):
        happened("user:3", item=item + 1)

    with count_queries() as queries:
        found = inbox(KEYS, 1)

    assert len(found.groups) == count
    assert queries.count == 1


def test_unseen_are_counted_by_thing():
    for item in (7, 7, 8):
        happened("user:3", item=item)
    happened("user:3", seen_at=NOON)
    happened("user:4")

    assert unseen(KEYS) == {("proposal", 7): 2, ("proposal", 8): 1}
