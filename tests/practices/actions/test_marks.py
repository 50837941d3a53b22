from datetime import date

from portal.db import tuples
from portal.notices.actions.following import follow
from portal.notices.models import Notice
from portal.notices.recipients import user_key
from portal.practices.models import Evidence, Lived, Mark, MarkText, Practice
from tests.factories import make_practice, make_team, make_user
from tests.practices.lived import make_mark


def test_mark_is_kept_and_the_practice_bears_it():
    practice, team, by = make_practice(), make_team(), make_user()

    mark = make_mark(practice, Evidence.SOME, "A follow-up", team=team, by=by)

    stored = Practice.get_by_id(practice.id)
    assert (stored.evidence, stored.evidence_by, stored.evidence_on) == (
        Evidence.SOME,
        team.id,
        date(2026, 1, 31),
    )
    assert mark.set_by.id == by.id
    assert tuples(MarkText.select(MarkText.language, MarkText.why)) == [
        ("en", "A follow-up")
    ]


def test_same_mark_once_more_changes_nothing_and_another_is_added():
    practice, team = make_practice(), make_team()
    make_mark(practice, team=team)

    make_mark(practice, team=team)
    assert Mark.select().count() == 1

    make_mark(practice, team=team, why="Now with reasons")
    assert Mark.select().count() == 2


def test_mark_can_be_taken_away():
    practice = make_practice()
    make_mark(practice, Lived.RECOMMENDED)

    make_mark(practice, Lived.NOT_ASKED)

    assert Practice.get_by_id(practice.id).lived is Lived.NOT_ASKED


def test_followers_are_told_of_a_mark_but_not_who_set_it(speaking):
    practice, follower, coordinator = make_practice(), make_user(), make_user()
    for user in (follower, coordinator):
        follow(user_key(user.id), "practice", practice.id, wanted=True)

    make_mark(practice, by=coordinator)

    assert tuples(Notice.select(Notice.recipient, Notice.event)) == [
        (user_key(follower.id), "practice-marked")
    ]
