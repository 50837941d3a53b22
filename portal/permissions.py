"""Who may do what. The whole policy is the table RULES."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from flask import Flask, abort
from flask_login import current_user

Rule = Callable[[Any, Any], bool]
View = TypeVar("View", bound=Callable[..., Any])

PUBLIC = "public"
# In the place of an organisation: a role held for all of them.
EVERYWHERE = 0


class Role(StrEnum):
    """What a person is trusted with; one may hold several."""

    EDITOR = "editor"
    FACILITATOR = "facilitator"
    MODERATOR = "moderator"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    ACCOUNT_SEE = "account:see"
    SERVICE_EDITOR_NOTES = "service:editor-notes"
    SERVICE_CREATE = "service:create"
    SERVICE_EDIT = "service:edit"
    PLACE_EDIT = "place:edit"
    SERVICE_PROFESSIONALS = "service:professionals"
    SERVICE_STAFF_NOTES = "service:staff-notes"
    WORKSHOP_OPEN = "workshop:open"
    WORKSHOP_RUN = "workshop:run"
    WORKSHOP_READ = "workshop:read"
    WORKSHOP_CODE = "workshop:code"
    SEAT_KEEP = "seat:keep"
    PROPOSAL_WRITE = "proposal:write"
    PROPOSAL_REWORD = "proposal:reword"
    PROPOSAL_SUPPORT = "proposal:support"
    PROPOSAL_ANSWER = "proposal:answer"
    COMMENT_WRITE = "comment:write"
    COMMENT_REWORD = "comment:reword"
    MERGER_READ = "merger:read"
    MERGER_AGREE = "merger:agree"
    BALLOT_CAST = "ballot:cast"
    MODERATION_WORK = "moderation:work"
    UPKEEP_WORK = "upkeep:work"
    ADMINISTRATION_SEE = "administration:see"
    VOCABULARY_EDIT = "vocabulary:edit"
    DEFINITION_EDIT = "definition:edit"
    ROLLOUT_EDIT = "rollout:edit"


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

# Granted when every rule of at least one row holds.
RULES: dict[Permission, tuple[tuple[Rule, ...], ...]] = {
    Permission.ACCOUNT_SEE: ((signed_in,),),
    Permission.SERVICE_EDITOR_NOTES: ((editor,), (coordinator,)),
    Permission.SERVICE_CREATE: ((editor,), (coordinator,), (administrator,)),
    Permission.SERVICE_EDIT: (
        (keeps, of_the_region),
        (coordinator, of_the_region),
        (administrator, of_the_region),
    ),
    Permission.PLACE_EDIT: ((keeps_all,), (coordinator,), (administrator,)),
    Permission.SERVICE_PROFESSIONALS: ((helps_people,), (has_role,)),
    Permission.SERVICE_STAFF_NOTES: (
        (works_here,),
        (coordinator,),
        (moderator,),
        (administrator,),
    ),
    Permission.WORKSHOP_OPEN: ((coordinator,),),
    Permission.WORKSHOP_RUN: ((runs,),),
    Permission.WORKSHOP_READ: ((not_by_invitation,), (joined,), (runs,), (moderator,)),
    # Who is shown the code by which others join.
    Permission.WORKSHOP_CODE: (
        (open_to_all,),
        (joined, not_by_invitation),
        (runs, not_by_invitation),
    ),
    Permission.SEAT_KEEP: ((joined,),),
    Permission.PROPOSAL_WRITE: ((joined,), (runs,)),
    Permission.PROPOSAL_REWORD: ((author,),),
    Permission.PROPOSAL_SUPPORT: ((joined, published),),
    Permission.PROPOSAL_ANSWER: ((coordinator, published),),
    Permission.COMMENT_WRITE: ((joined, published),),
    Permission.COMMENT_REWORD: ((author,),),
    # The authors who are asked, and those who ask them.
    Permission.MERGER_READ: ((author,), (runs,)),
    Permission.MERGER_AGREE: ((author,),),
    Permission.BALLOT_CAST: ((joined,),),
    Permission.MODERATION_WORK: ((moderator,), (coordinator,)),
    Permission.UPKEEP_WORK: ((editor,), (coordinator,), (administrator,)),
    Permission.ADMINISTRATION_SEE: ((administrator,), (coordinator,)),
    Permission.VOCABULARY_EDIT: ((administrator,), (coordinator,)),
    Permission.DEFINITION_EDIT: ((coordinator,),),
    Permission.ROLLOUT_EDIT: ((coordinator,),),
}


def can(permission: Permission, thing: Any = None) -> bool:
    """Whether the current user holds `permission` over `thing`."""
    return any(
        all(rule(current_user, thing) for rule in row) for row in RULES[permission]
    )


def demand(permission: Permission, thing: Any = None) -> None:
    """Stop the request unless the current user holds `permission`: 401 where
    signing in or joining the workshop may help, 403 where it can't."""
    if can(permission, thing):
        return
    joining_helps = any(joined in row for row in RULES[permission])
    known = current_user.is_authenticated and not joining_helps
    abort(403 if known else 401)


def access(rule: Permission | str) -> Callable[[View], View]:
    """Declare a view's access: PUBLIC, or the permission it demands."""

    def declare(view: View) -> View:
        view.access = rule  # type: ignore[attr-defined]
        return view

    return declare


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(can=can, Permission=Permission)
