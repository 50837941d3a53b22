"""What people are trusted with, and the predicates that the policy is made of: of a
user, and of the thing that is asked about."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

Rule = Callable[[Any, Any], bool]

# In the place of an organisation: a role held for all of them.
EVERYWHERE = 0


class Role(StrEnum):
    """What a person is trusted with; one may hold several."""

    EDITOR = "editor"
    FACILITATOR = "facilitator"
    MODERATOR = "moderator"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


def signed_in(user: Any, _thing: Any) -> bool:
    return bool(user.is_authenticated)


def holds(role: Role) -> Rule:
    def rule(user: Any, _thing: Any) -> bool:
        return bool(user.is_authenticated) and role in user.roles

    return rule


def has_role(user: Any, _thing: Any) -> bool:
    return bool(user.is_authenticated) and bool(user.roles)


def speaks_for(*voices: str) -> Rule:
    def rule(user: Any, _thing: Any) -> bool:
        return bool(user.is_authenticated) and user.voice in voices

    return rule


def joined(_user: Any, board: Any) -> bool:
    """The visitor takes part in this workshop."""
    return board.me is not None


def not_by_invitation(_user: Any, board: Any) -> bool:
    return bool(board.entry != "invited")


def known(_user: Any, keys: Any) -> bool:
    """There are keys by which the visitor is told things."""
    return bool(keys)


def open_to_all(_user: Any, board: Any) -> bool:
    return bool(board.entry == "open")


def runs(user: Any, board: Any) -> bool:
    """A coordinator, or a facilitator of this workshop."""
    if coordinator(user, board):
        return True
    return facilitator(user, board) and user.id in board.facilitators


def author(_user: Any, proposal: Any) -> bool:
    return bool(proposal.mine)


def published(_user: Any, proposal: Any) -> bool:
    return bool(proposal.is_public)


def keeps(user: Any, service: Any) -> bool:
    """An editor of the organisation that the service belongs to, or of all."""
    return editor(user, service) and bool(
        user.organisations & {EVERYWHERE, service.organisation}
    )


def keeps_all(user: Any, place: Any) -> bool:
    """An editor of every organisation that gives something at the place."""
    return editor(user, place) and (
        EVERYWHERE in user.organisations or place.organisations <= user.organisations
    )


def keeps_one(user: Any, practice: Any) -> bool:
    """An editor of one of the organisations that look after it."""
    return editor(user, practice) and bool(
        user.organisations & {EVERYWHERE, *practice.organisations}
    )


def told_it(user: Any, application: Any) -> bool:
    return signed_in(user, application) and application.told_by == user.id


def for_all(_user: Any, inventory: Any) -> bool:
    return bool(inventory.public)


def of_the_region(_user: Any, service: Any) -> bool:
    """A national description is kept elsewhere, and read in anew."""
    return bool(service.origin == "region")


editor = holds(Role.EDITOR)
facilitator = holds(Role.FACILITATOR)
moderator = holds(Role.MODERATOR)
coordinator = holds(Role.COORDINATOR)
administrator = holds(Role.ADMINISTRATOR)
works_here = speaks_for("staff")
helps_people = speaks_for("staff", "partner")
lives_with_it = speaks_for("resident", "expert")
