"""Keeping an author from writing in one workshop, or outside of them, until after a
day."""

from datetime import date
from http import HTTPStatus

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import bump, database, now, today
from portal.errors import Refused
from portal.i18n import day
from portal.moderation.actions.deciding import MODERATING
from portal.moderation.actions.log import Noted, record
from portal.moderation.actions.notifying import tell_block
from portal.moderation.actions.opening import close_case
from portal.moderation.labels import REASONS
from portal.moderation.models import (
    BLOCK,
    OUTSIDE,
    Block,
    Case,
    LogEvent,
    Reason,
)
from portal.moderation.queries.blocks import is_blocked, of, runs
from portal.moderation.queries.cases import waits

MOST_DAYS = 365


def set_blocked(
    case: Case, by: User, until: date | None, reason: Reason | None = None
) -> None:
    """Block the author of a case from its workshop, or from writing outside of them,
    through `until`, or lift the block if there is no such day. The same twice changes
    nothing."""
    with database.atomic():
        bump(MODERATING)
        row = Case.get_by_id(case.id)
        if not row.author:
            raise Refused(_("Nobody knows who wrote this, so nobody can be blocked."))
        place = row.workshop or OUTSIDE
        held = is_blocked(row.author, place)
        given = reason.value if reason else ""
        if until is None:
            if held is None:
                return
            given = held.reason
        elif not 1 <= (until - today()).days <= MOST_DAYS:
            raise Refused(_("A block lasts at least one day and at most one year."))
        elif held and (held.until, held.reason) == (until, given):
            return
        elif held and held.blocked_by == by.id and waits(BLOCK, held.id):
            raise Refused(
                _("This appeals against your own decision, so somebody else decides."),
                HTTPStatus.FORBIDDEN,
            )
        running = of(row.author, place) & runs()
        Block.update(lifted_at=now()).where(running).execute()
        if held:
            close_case(BLOCK, held.id)
        if until:
            Block.create(
                author=row.author,
                workshop=place,
                until=until,
                case_id=row.id,
                reason=given,
                blocked_by=by.id,
            )
        event = LogEvent.BLOCKED if until else LogEvent.UNBLOCKED
        number = record(
            Noted(
                event,
                row.kind,
                row.item_id,
                row.id,
                row.workshop,
                given,
                actor=by.id,
            )
        )
        tell_block(row, until, given, number)


def need_not_blocked(author: str, workshop: int = OUTSIDE) -> None:
    """Refuse what an author writes who is blocked from this workshop, or outside of
    them."""
    block = is_blocked(author, workshop)
    if block is None:
        return
    told = {"date": day(block.until), "reason": REASONS[Reason(block.reason)]}
    if workshop == OUTSIDE:
        raise Refused(
            _(
                "You can't write outside of workshops until %(date)s. The reason: "
                "%(reason)s. You can ask for another look at this on the page “Your "
                "texts”.",
                **told,
            )
        )
    raise Refused(
        _(
            "You can't write in this workshop until %(date)s. The reason: %(reason)s. "
            "You can ask for another look at this on the page “Your texts”.",
            **told,
        )
    )
