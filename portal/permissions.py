"""Who may do what. The whole policy is the table RULES."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort
from flask_login import current_user

from portal.rights import Permission
from portal.roles import (
    EVERYWHERE,
    Role,
    Rule,
    administrator,
    author,
    coordinator,
    editor,
    for_all,
    has_role,
    helps_people,
    joined,
    keeps,
    keeps_all,
    keeps_one,
    known,
    lives_with_it,
    moderator,
    not_by_invitation,
    of_the_region,
    open_to_all,
    published,
    runs,
    signed_in,
    told_it,
    works_here,
)

__all__ = ["EVERYWHERE", "PUBLIC", "RULES", "Permission", "Role"]
__all__ += ["access", "can", "demand"]

View = TypeVar("View", bound=Callable[..., Any])

PUBLIC = "public"


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
    Permission.MODERATION_LOG: ((moderator,), (coordinator,), (administrator,)),
    Permission.RULES_EDIT: ((coordinator,), (administrator,)),
    # Of whose keys there are: an account, or a seat of this browser.
    Permission.NOTICE_READ: ((known,),),
    Permission.FOLLOW_KEEP: ((known,),),
    Permission.TEXT_READ: ((known,),),
    Permission.TEXT_APPEAL: ((known,),),
    Permission.UPKEEP_WORK: ((editor,), (coordinator,), (administrator,)),
    Permission.ADMINISTRATION_SEE: ((administrator,), (coordinator,)),
    Permission.VOCABULARY_EDIT: ((administrator,), (coordinator,)),
    Permission.DEFINITION_EDIT: ((coordinator,),),
    Permission.ROLLOUT_EDIT: ((coordinator,),),
    Permission.PRACTICE_CREATE: ((editor,), (coordinator,)),
    Permission.PRACTICE_EDIT: ((keeps_one,), (coordinator,)),
    # The editors of other authors write it, and never make it their own.
    Permission.PRACTICE_HAND_OVER: ((keeps,), (coordinator,)),
    Permission.PRACTICE_MARK: ((coordinator,),),
    Permission.PRACTICE_ADOPT: ((helps_people,), (editor,), (coordinator,)),
    Permission.APPLICATION_EDIT: ((told_it,), (keeps,), (coordinator,)),
    Permission.EXPERIENCE_TELL: ((lives_with_it,), (coordinator,)),
    # To ask, to answer, to suggest other words.
    Permission.PRACTICE_TALK: ((signed_in,),),
    Permission.TALK_REWORD: ((author,),),
    Permission.ANSWER_ACCEPT: ((author,), (keeps_one,), (coordinator,)),
    Permission.LIBRARY_KEEP: ((coordinator,), (administrator,)),
    Permission.INVENTORY_READ: ((for_all,), (works_here,), (coordinator,)),
    Permission.INVENTORY_RUN: ((coordinator,),),
    Permission.MATERIAL_EDIT: ((editor,), (coordinator,)),
    Permission.REPORT_WRITE: ((helps_people,), (has_role,)),
    Permission.REPORT_REWORD: ((author,),),
    Permission.PHENOMENON_GATHER: ((coordinator,),),
    # Editors of the body that must answer, or a coordinator for it.
    Permission.PHENOMENON_ANSWER: ((keeps,), (coordinator,)),
    Permission.PILOT_CREATE: ((editor,), (coordinator,)),
    Permission.PILOT_EDIT: ((keeps,), (coordinator,)),
    Permission.SELECTION_RUN: ((coordinator,),),
    Permission.COST_CREATE: ((editor,), (coordinator,)),
    Permission.COST_EDIT: ((keeps,), (coordinator,)),
    Permission.COST_REVIEW: ((coordinator,),),
    Permission.GROUP_CREATE: ((editor,), (coordinator,)),
    Permission.GROUP_EDIT: ((keeps,), (coordinator,)),
    Permission.QUESTION_PROPOSE: ((helps_people,), (has_role,)),
    Permission.QUESTION_CLAIM: ((signed_in,),),
    Permission.QUESTION_KEEP: ((coordinator,),),
    Permission.THREAD_EDIT: ((editor,), (coordinator,)),
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
