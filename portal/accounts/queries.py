"""Who is who."""

from dataclasses import dataclass

from portal.accounts.models import Grant, SignIn, User
from portal.db import now, tuples
from portal.permissions import Role


@dataclass(frozen=True)
class Device:
    """One place where a person is signed in."""

    id: int
    began_at: object
    is_this: bool


def signed_in_user(key: str, key_digest: str) -> User | None:
    """The person whose running sign-in has this key, with their roles."""
    user = (
        User.select(User)
        .join(SignIn)
        .where(
            SignIn.key_digest == key_digest,
            SignIn.expires_at > now(),
            User.active,
        )
        .first()
    )
    if user is not None:
        user.session_key = key
        granted = grants(user)
        user.roles = frozenset(role for role, _ in granted)
        user.organisations = frozenset(
            organisation for role, organisation in granted if role is Role.EDITOR
        )
    return user


def roles(user: User) -> frozenset[Role]:
    return frozenset(role for role, _ in grants(user))


def grants(user: User) -> list[tuple[Role, int]]:
    """The roles of a person, each with the organisation it is held for."""
    return tuples(
        Grant.select(Grant.role, Grant.organisation).where(Grant.user == user)
    )


def by_email(email: str) -> User | None:
    return User.get_or_none(User.email == email.casefold())


def devices(user: User, key_digest: str) -> list[Device]:
    """Where the person is signed in now, newest first."""
    running = (
        SignIn.select()
        .where(SignIn.user == user, SignIn.expires_at > now())
        .order_by(SignIn.began_at.desc())
    )
    return [
        Device(row.id, row.began_at, row.key_digest == key_digest) for row in running
    ]
