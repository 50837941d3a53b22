from portal.notices.recipients import as_told, participant_key, user_key
from tests.factories import make_participant, make_user, make_workshop


def test_participant_with_an_account_is_told_there_once():
    user, workshop = make_user(), make_workshop()
    seated = make_participant(workshop, user=user)
    other = make_participant(workshop)

    told = as_told(
        [
            participant_key(seated.id),
            user_key(user.id),
            participant_key(other.id),
            participant_key(other.id),
            "",
        ]
    )

    assert told == {user_key(user.id): seated.id, participant_key(other.id): other.id}


def test_nobody_is_asked_about_accounts_alone():
    assert as_told(["user:3", "user:3", "user:4"]) == {"user:3": None, "user:4": None}
