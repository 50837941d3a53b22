"""Which decisions can be appealed, and which have been."""

from peewee import Expression

from portal.accounts.models import Grant, User
from portal.db import tuples
from portal.moderation.models import BLOCK, Case, Cause, Decision
from portal.moderation.queries.cases import about, newest, not_left
from portal.permissions import Role

AGAINST = {Decision.RETURN, Decision.HIDE}
"""Decisions that one may appeal."""


def appeal_of(case: Case) -> Case | None:
    """The appeal against this decision that waits or was decided."""
    return newest((Case.appeals == case.id) & counts())


def appeal_of_block(block_id: int) -> Case | None:
    return newest(about(BLOCK, block_id, Cause.APPEALED) & counts())


def can_be_appealed(case: Case) -> bool:
    """Whether this decision stands, and nothing has come after it."""
    if not case.author or case.decision not in AGAINST:
        return False
    same = (Case.decided_at == case.decided_at) & (Case.id > case.id)
    later = ((Case.decided_at > case.decided_at) | same) & counts() & not_left()
    other = later | Case.decided_at.is_null()
    return not Case.select().where(about(case.kind, case.item_id), other).exists()


def counts() -> Expression:
    """Not one that left the queue undecided."""
    return Case.decided_at.is_null() | Case.decision.is_null(is_null=False)


def holders(*roles: Role) -> list[int]:
    """The active users who hold one of these roles."""
    theirs = Grant.role.in_(roles) & User.active
    found = Grant.select(User.id).join(User).where(theirs).order_by(User.id).distinct()
    return [user for (user,) in tuples(found)]
