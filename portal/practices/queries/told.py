"""Where practices are applied, as somebody has told it or may change it."""

from dataclasses import dataclass
from typing import Any

from portal.practices.models import KIND, Application
from portal.practices.queries.applications import Applied, applications, of_public
from portal.roles import EVERYWHERE, Role
from portal.search.queries import Name, names


@dataclass(frozen=True)
class Told:
    """An application, and what its practice is called."""

    applied: Applied
    practice: Name


def told(user: Any, language: str) -> list[Told]:
    """What this user told of public practices, and what is told of the organisations
    that they are an editor of; by practice. Two statements."""
    own = Application.told_by == user.id
    if Role.EDITOR in user.roles:
        keeps = user.organisations - {EVERYWHERE}
        own |= Application.organisation.in_(sorted(keeps))
    found = applications(own & of_public(), language)
    called = names(KIND, [one.practice for one in found], language)
    each = [Told(one, called[one.practice]) for one in found if one.practice in called]
    return sorted(each, key=lambda one: one.practice.title.casefold())
