from datetime import timedelta

import pytest
from peewee import IntegrityError

from portal.accounts import actions
from portal.accounts.models import Grant, SignIn, User, Voice
from portal.accounts.queries import signed_in_user
from portal.db import database, now
from portal.permissions import Role
from tests.factories import make_user


def test_account_is_made_whole():
    user = actions.create_user(
        email="Aino@Verstas.example",
        name="Aino Salo",
        password="a long enough password",
        language="sv",
        voice=Voice.PARTNER,
        roles=[Role.EDITOR, Role.MODERATOR],
    )

    stored = User.get_by_id(user.id)
    grants = {grant.role for grant in Grant.select().where(Grant.user == user)}
    assert (stored.email, stored.name, stored.language, stored.voice) == (
        "aino@verstas.example",
        "Aino Salo",
        "sv",
        Voice.PARTNER,
    )
    assert stored.password_hash.startswith("$argon2id$")
    assert grants == {Role.EDITOR, Role.MODERATOR}


def test_second_account_of_one_address_is_refused_whole():
    make_user(email="aino@verstas.example")

    with pytest.raises(IntegrityError), database.atomic():
        make_user(Role.EDITOR, email="AINO@verstas.example")

    assert (User.select().count(), Grant.select().count()) == (1, 0)


def test_new_session_lasts_two_weeks_and_sweeps_out_old_ones():
    user = make_user()
    actions.begin_session(user)
    SignIn.update(expires_at=now() - timedelta(seconds=1)).execute()

    key = actions.begin_session(user)

    [row] = SignIn.select()
    lasts = row.expires_at - now()
    assert row.key_digest == actions.digest(key)
    assert timedelta(days=13, hours=23) < lasts <= timedelta(days=14)


def test_session_is_ended_by_its_own_person_only():
    user, other = make_user(), make_user()
    key = actions.begin_session(user)

    actions.end_session(other, SignIn.get().id)

    assert signed_in_user(key, actions.digest(key)) == user
