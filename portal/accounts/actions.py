"""Signing in and out; making accounts."""

import secrets
from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256

from portal.accounts.models import Grant, SignIn, User, Voice
from portal.accounts.passwords import hashed
from portal.db import database, now
from portal.permissions import EVERYWHERE, Role

SESSION_DAYS = 14
KEY_BYTES = 32


def digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def begin_session(user: User) -> str:
    """A new sign-in of this person; returns the key their browser keeps."""
    key = secrets.token_urlsafe(KEY_BYTES)
    with database.atomic():
        SignIn.delete().where(SignIn.expires_at < now()).execute()
        SignIn.create(
            user=user,
            key_digest=digest(key),
            expires_at=now() + timedelta(days=SESSION_DAYS),
        )
    return key


def end_session(user: User, session_id: int) -> None:
    mine = (SignIn.user == user) & (SignIn.id == session_id)
    SignIn.delete().where(mine).execute()


def end_this_session(key: str) -> None:
    SignIn.delete().where(SignIn.key_digest == digest(key)).execute()


def create_user(  # noqa: PLR0913  what an account is made of
    *,
    email: str,
    name: str,
    password: str,
    language: str,
    voice: Voice = Voice.STAFF,
    roles: Iterable[Role] = (),
    organisation: int = EVERYWHERE,
) -> User:
    with database.atomic():
        user = User.create(
            email=email.casefold(),
            name=name,
            password_hash=hashed(password),
            language=language,
            voice=voice,
        )
        for role in roles:
            Grant.create(user=user, role=role, organisation=organisation)
    return user
