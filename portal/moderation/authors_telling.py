"""Telling those who give out roles that an appeal has nobody to decide it."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from portal.moderation.models import Case
from portal.moderation.queries.appeals import holders
from portal.notices import events
from portal.notices.actions import tell
from portal.notices.events import Told, facts
from portal.notices.models import Notice, Topic
from portal.notices.recipients import user_key
from portal.permissions import Role

STUCK = "appeal-stuck"


def tell_if_nobody_can_decide(appeal: Case, first: int | None) -> None:
    """`first` made the decision that is appealed. Where there is no other moderator,
    coordinators are told, since they may decide it; and administrators too, where no
    other coordinator is there either."""
    if set(holders(Role.MODERATOR)) - {first}:
        return
    coordinators = holders(Role.COORDINATOR)
    others = set(coordinators) - {first}
    told = coordinators if others else [*coordinators, *holders(Role.ADMINISTRATOR)]
    tell(
        map(user_key, told),
        STUCK,
        appeal.kind,
        appeal.item_id,
        happening=f"appeal:{appeal.id}",
        case=appeal.id,
        others=bool(others),
    )


def told(notices: Sequence[Notice]) -> dict[int, Told]:
    return {notice.id: one(**facts(notice)) for notice in notices}


def one(case: int, *, others: bool) -> Told:
    if others:
        return Told(
            _("An appeal waits, and no other moderator is there to decide it."),
            url_for("moderation.case", case_id=case),
        )
    return Told(
        _("An appeal waits, and nobody can decide it. Make somebody a moderator."),
        url_for("moderation.entries"),
    )


def register() -> None:
    events.register(STUCK, Topic.DUTIES, told)
