"""Who may do what. The whole policy is the table RULES."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from flask import Flask, abort
from flask_login import current_user

Rule = Callable[[Any, Any], bool]
View = TypeVar("View", bound=Callable[..., Any])

PUBLIC = "public"


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
    WORKSHOP_OPEN = "workshop:open"
    WORKSHOP_RUN = "workshop:run"
    PROPOSAL_WRITE = "proposal:write"
    PROPOSAL_REWORD = "proposal:reword"
    PROPOSAL_SUPPORT = "proposal:support"
    PROPOSAL_ANSWER = "proposal:answer"
    MODERATION_WORK = "moderation:work"


def signed_in(user: Any, _thing: Any) -> bool:
    return bool(user.is_authenticated)


def holds(role: Role) -> Rule:
    def rule(user: Any, _thing: Any) -> bool:
        return bool(user.is_authenticated) and role in user.roles

    return rule


def joined(_user: Any, board: Any) -> bool:
    """The visitor takes part in this workshop."""
    return board.me is not None


def author(_user: Any, proposal: Any) -> bool:
    return bool(proposal.mine)


def published(_user: Any, proposal: Any) -> bool:
    return bool(proposal.is_public)


editor = holds(Role.EDITOR)
moderator = holds(Role.MODERATOR)
coordinator = holds(Role.COORDINATOR)
administrator = holds(Role.ADMINISTRATOR)

# Granted when every rule of at least one row holds.
RULES: dict[Permission, tuple[tuple[Rule, ...], ...]] = {
    Permission.ACCOUNT_SEE: ((signed_in,),),
    Permission.SERVICE_EDITOR_NOTES: ((editor,), (coordinator,)),
    Permission.WORKSHOP_OPEN: ((coordinator,),),
    Permission.WORKSHOP_RUN: ((coordinator,),),
    Permission.PROPOSAL_WRITE: ((joined,),),
    Permission.PROPOSAL_REWORD: ((author,),),
    Permission.PROPOSAL_SUPPORT: ((joined, published),),
    Permission.PROPOSAL_ANSWER: ((coordinator, published),),
    Permission.MODERATION_WORK: ((moderator,), (coordinator,)),
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
