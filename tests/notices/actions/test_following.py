from portal.notices.actions import follow, forget_seats, tell, unfollow
from portal.notices.models import Follow, Notice
from portal.notices.queries import followed, followers, follows
from portal.notices.recipients import participant_key, user_key
from portal.workshops.actions import leave
from tests.factories import make_participant, make_user, make_workshop
from tests.notices.waiting import EVENT, told

__all__ = ["told"]


def test_following_twice_is_once_and_stops_for_every_key():
    for key in ("user:3", "user:3", "participant:9"):
        follow(key, "proposal", 7, wanted=True)
    follow("user:3", "service", 7, wanted=True)

    assert followers("proposal", 7) == ["user:3", "participant:9"]
    assert followed(["user:3", "participant:9"]) == [("service", 7), ("proposal", 7)]

    unfollow(["user:3", "participant:9"], "proposal", 7)

    assert followers("proposal", 7) == []
    assert follows(["user:3"], "service", 7)


def test_follow_is_taken_back_by_value():
    follow("user:3", "proposal", 7, wanted=True)

    follow("user:3", "proposal", 7, wanted=False)

    assert Follow.select().count() == 0


def test_who_leaves_is_told_and_follows_no_more(told):
    user, workshop = make_user(), make_workshop()
    seated, plain = make_participant(workshop, user=user), make_participant(workshop)
    keys = [participant_key(seated.id), participant_key(plain.id)]
    tell(keys, EVENT, "proposal", 7, happening="h:1")
    tell([user_key(user.id)], EVENT, "proposal", 7, happening="h:2")
    for key in keys:
        follow(key, "proposal", 7, wanted=True)

    leave(seated)

    assert [(one.recipient, one.happening) for one in Notice.select()] == [
        (keys[1], "h:1"),
        (user_key(user.id), "h:2"),
    ]
    assert followers("proposal", 7) == [keys[1]]

    forget_seats([plain.id])

    assert [one.happening for one in Notice.select()] == ["h:2"]
    assert followers("proposal", 7) == []
