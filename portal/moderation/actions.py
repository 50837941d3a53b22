"""Opening a case, and deciding it once."""

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import database, now
from portal.errors import Refused
from portal.moderation.kinds import KINDS
from portal.moderation.models import Case, Decision, Reason


def open_case(kind: str, item_id: int, *, language: str) -> None:
    """Put a thing in the queue. If it waits there already, it keeps its place with
    its new words, and whoever reads the old ones can't decide them any more."""
    this = (Case.kind == kind) & (Case.item_id == item_id)
    waits = this & Case.decided_at.is_null()
    before = Case.select(Case.opened_at).where(waits).scalar()
    close_case(kind, item_id)
    Case.create(
        kind=kind, item_id=item_id, language=language, opened_at=before or now()
    )


def close_case(kind: str, item_id: int) -> None:
    """Take a thing out of the queue undecided, if it waits there."""
    Case.update(decided_at=now()).where(
        Case.kind == kind, Case.item_id == item_id, Case.decided_at.is_null()
    ).execute()


def too_late() -> Refused:
    return Refused(_("This was decided or reworded while you were reading it."))


def need_waiting(case: Case) -> None:
    if case.decided_at is not None:
        raise too_late()


def decide(
    case: Case,
    moderator: User,
    *,
    decision: Decision,
    reason: Reason | None = None,
    note: str = "",
) -> None:
    """Decide a case that still waits. Whoever comes second changes nothing and
    is told so. The thing comes first and its case after it, as with those who write:
    nobody holds one and waits for the other."""
    kind = KINDS[case.kind]
    act = kind.publish if decision is Decision.PUBLISH else kind.send_back
    with database.atomic():
        act(case.item_id)
        decided = (
            Case.update(
                decided_at=now(),
                decided_by=moderator,
                decision=decision,
                reason=reason,
                note=note,
            )
            .where(Case.id == case.id, Case.decided_at.is_null())
            .execute()
        )
        if not decided:
            raise too_late()
