"""Whom something about a practice concerns: by the keys at which they are told."""

from peewee import Expression

from portal.accounts.models import Grant, User
from portal.db import tuples
from portal.notices.recipients import user_key
from portal.permissions import EVERYWHERE, Role
from portal.practices.models import Application, Practice, PracticeAuthor, Use


def keepers(practice_id: int) -> list[str]:
    """The editors who look after it; where there are none, the coordinators."""
    return granted(keeping(practice_id)) or granted(Grant.role == Role.COORDINATOR)


def users(practice_id: int) -> list[str]:
    """The editors of the organisations where it is in use, and who told of that."""
    told = (
        Application.select(Application.told_by)
        .join(User, on=Application.told_by == User.id)
        .where(
            Application.practice == practice_id,
            Application.state == Use.IN_USE,
            User.active,
        )
    )
    editors = granted(using(practice_id) & (Grant.role == Role.EDITOR))
    tellers = [user_key(number) for (number,) in tuples(told)]
    return [*dict.fromkeys([*editors, *tellers])]


def keeping(practice: object) -> Expression:
    """Of a grant: its holder looks after the practice with this id."""
    owner = Practice.select(Practice.organisation).where(Practice.id == practice)
    authors = PracticeAuthor.select(PracticeAuthor.organisation).where(
        PracticeAuthor.practice == practice
    )
    organisation = Grant.organisation
    of_it = organisation.in_(owner) | organisation.in_(authors)
    return (Grant.role == Role.EDITOR) & (of_it | (organisation == EVERYWHERE))


def using(practice: object) -> Expression:
    """Of a grant: its organisation has the practice with this id in use."""
    places = Application.select(Application.organisation).where(
        Application.practice == practice, Application.state == Use.IN_USE
    )
    return Grant.organisation.in_(places)


def granted(which: Expression) -> list[str]:
    """The keys of the users with such a grant, whose account is open."""
    found = (
        Grant.select(Grant.user)
        .join(User)
        .where(which, User.active)
        .order_by(Grant.user)
        .distinct()
    )
    return [user_key(number) for (number,) in tuples(found)]
