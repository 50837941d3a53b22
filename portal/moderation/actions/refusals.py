"""What a moderator may not decide, though it waits."""

from collections.abc import Sequence
from http import HTTPStatus

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.errors import Refused
from portal.i18n import moment
from portal.moderation.kinds import KINDS
from portal.moderation.models import BLOCK, Case, Cause, Decision, Urgency
from portal.moderation.queries.blocks import blocked_by
from portal.moderation.queries.cases import is_claimed
from portal.notices.recipients import as_told, user_key


def need_may_decide(case: Case, moderator: User) -> None:
    need_not_taken(case, moderator)
    need_may_judge(case, moderator)


def need_not_taken(case: Case, moderator: User) -> None:
    if case.claimed_until and is_taken(case, moderator):
        raise Refused(
            _(
                "Somebody else has taken this until %(time)s.",
                time=moment(case.claimed_until),
            )
        )


def need_may_judge(case: Case, moderator: User) -> None:
    """Not where the point is that somebody else looks: at a second opinion, or at an
    appeal against one's own decision."""
    if case.asked_by == moderator.id:
        raise Refused(
            _("You asked for a second opinion here, so somebody else decides.")
        )
    if decided_first(case) == moderator.id:
        raise Refused(
            _("This appeals against your own decision, so somebody else decides."),
            HTTPStatus.FORBIDDEN,
        )


def need_not_own(cases: Sequence[Case], moderator: User) -> None:
    """Nobody judges their own words."""
    if user_key(moderator.id) in as_told(case.author for case in cases):
        raise Refused(
            _("You wrote this yourself, so somebody else decides."),
            HTTPStatus.FORBIDDEN,
        )


def may_judge(case: Case, moderator: User) -> bool:
    return moderator.id not in {case.asked_by, decided_first(case)}


def is_taken(case: Case, moderator: User) -> bool:
    """Whether somebody else has it in hand."""
    return is_claimed(case) and case.claimed_by != moderator.id


def decided_first(case: Case) -> int | None:
    """Who made the decision that is appealed."""
    if case.kind == BLOCK:
        return blocked_by(case.item_id)
    appealed = Case.get_or_none(Case.id == case.appeals) if case.appeals else None
    return appealed.decided_by if appealed else None


def offered(case: Case) -> list[Decision]:
    """What can be decided of a case."""
    return offered_of(case.kind, case.cause)


def offered_of(kind: str, cause: Cause) -> list[Decision]:
    if cause is Cause.APPEALED:
        return [Decision.PUBLISH, Decision.UPHOLD]
    merges = KINDS[kind].merge and cause is Cause.WRITTEN
    return [
        Decision.PUBLISH,
        *([Decision.RETURN] if KINDS[kind].returns else []),
        Decision.HIDE,
        *([Decision.MERGE] if merges else []),
    ]


def need_ordinary(cases: Sequence[Case], decision: Decision) -> None:
    """What is urgent, reported or appealed is read by itself."""
    if len(cases) == 1:
        return
    urgent = any(case.urgency == Urgency.URGENT for case in cases)
    several = decision in {Decision.PUBLISH, Decision.RETURN}
    if urgent or not several or {case.cause for case in cases} - {Cause.WRITTEN}:
        raise Refused(_("Urgent ones, reports and appeals are decided one at a time."))


def need_offered(case: Case, decision: Decision) -> None:
    if decision not in offered(case):
        raise Refused(
            _("This can't be decided so. Open it by itself and choose there.")
        )
