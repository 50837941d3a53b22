from portal.notices.actions import mark_all_seen, mark_seen
from portal.notices.models import Notice
from tests.notices.waiting import fresh, happened


def unseen():
    return {one.id for one in Notice.select().where(Notice.seen_at.is_null())}


def test_page_of_a_thing_marks_what_was_told_of_it_to_these_keys():
    mine, other = happened("user:3", item=7), happened("user:3", item=8)
    theirs = happened("user:4", item=7)

    mark_seen(["user:3", "participant:9"], "proposal", 7)

    assert unseen() == {other.id, theirs.id}
    assert fresh(mine).mailed_at == fresh(mine).seen_at


def test_all_is_marked_up_to_the_newest_that_was_shown():
    for _ in range(2):
        shown = happened("user:3")
    later, theirs = happened("user:3"), happened("user:4")

    mark_all_seen(["user:3"], shown.id)

    assert unseen() == {later.id, theirs.id}


def test_what_was_mailed_keeps_when():
    notice = happened("user:3")
    mailed = notice.happened_at
    Notice.update(mailed_at=mailed).execute()

    mark_all_seen(["user:3"], notice.id)

    assert fresh(notice).mailed_at == mailed
