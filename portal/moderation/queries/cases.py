"""Cases, by themselves and by the thing they are about."""

from collections.abc import Iterable
from typing import Any

from peewee import Expression

from portal.db import now
from portal.moderation.models import Case, Cause, Decision


def case(case_id: int) -> Case | None:
    return Case.get_or_none(Case.id == case_id)


def is_claimed(case: Any) -> bool:
    """Whether somebody has it in hand now."""
    until = case.claimed_until
    return bool(case.claimed_by and until and until > now())


def cases_of(ids: Iterable[int]) -> list[Case]:
    """These cases as they are now, oldest first."""
    return list(Case.select().where(Case.id.in_(list(ids))).order_by(Case.id))


def waits(kind: str, item_id: int, cause: Cause | None = None) -> Case | None:
    """The newest open case of a thing."""
    return newest(about(kind, item_id, cause) & Case.decided_at.is_null())


def newest_of(kind: str, item_id: int) -> Case | None:
    """The newest case of a thing, open or not."""
    return newest(about(kind, item_id))


def left_it(case: Case) -> bool:
    """Whether readers had reported it, and it stayed as it was."""
    return (case.cause, case.decision) == (Cause.FLAGGED, Decision.PUBLISH)


def not_left() -> Expression:
    return (
        (Case.cause != Cause.FLAGGED)
        | Case.decision.is_null()
        | (Case.decision != Decision.PUBLISH)
    )


def standing(kind: str, item_id: int) -> Decision | None:
    """The decision by which a thing stands where it is; none if it waits or waited. An
    appeal changes that only when it is granted."""
    last = newest(about(kind, item_id) & not_left())
    while last and last.appeals and last.decision is not Decision.PUBLISH:
        last = Case.get_by_id(last.appeals)
    return last.decision if last else None


def newest(which: Expression) -> Case | None:
    return Case.select().where(which).order_by(Case.id.desc()).first()


def about(kind: str, item_id: int, cause: Cause | None = None) -> Expression:
    this = (Case.kind == kind) & (Case.item_id == item_id)
    return this & (Case.cause == cause) if cause else this
