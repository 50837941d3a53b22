from portal.accounts import queries
from portal.accounts.actions import begin_session, digest
from portal.accounts.models import SignIn
from portal.permissions import Role
from tests.factories import make_user


def test_signed_in_person_is_known_with_their_roles():
    user = make_user(Role.EDITOR, Role.COORDINATOR)
    make_user(Role.ADMINISTRATOR)
    key = begin_session(user)

    found = queries.signed_in_user(key, digest(key))

    assert (found.id, found.session_key, found.roles) == (
        user.id,
        key,
        frozenset({Role.EDITOR, Role.COORDINATOR}),
    )


def test_person_is_the_same_however_they_were_found():
    user, other = make_user(), make_user()
    key = begin_session(user)

    assert (
        queries.signed_in_user(key, digest(key)) == user == queries.by_email(user.email)
    )
    assert user != other


def test_unknown_key_is_nobodys():
    begin_session(make_user())

    assert queries.signed_in_user("guess", digest("guess")) is None


def test_devices_are_ones_own_newest_first():
    user = make_user()
    begin_session(make_user())
    first, second = begin_session(user), begin_session(user)

    found = queries.devices(user, digest(first))

    rows = {row.key_digest: row for row in SignIn.select()}
    newer, older = rows[digest(second)], rows[digest(first)]
    assert found == [
        queries.Device(newer.id, newer.began_at, is_this=False),
        queries.Device(older.id, older.began_at, is_this=True),
    ]
