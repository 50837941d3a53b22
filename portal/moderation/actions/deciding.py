"""Deciding cases: one, or several at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.accounts.models import User
from portal.db import bump, database, now
from portal.moderation.actions.late import AlreadyDecided
from portal.moderation.actions.log import Noted, record_all
from portal.moderation.actions.notifying import tell_decisions
from portal.moderation.actions.refusals import (
    need_may_decide,
    need_not_own,
    need_offered,
    need_ordinary,
)
from portal.moderation.kinds import KINDS
from portal.moderation.models import BLOCK, Case, Cause, Decision, LogEvent, Reason
from portal.moderation.queries.cases import cases_of
from portal.moderation.queries.rules import rules_of

MODERATING = "moderating"
"""Whoever decides holds this first, so that no two hold things the other waits for."""

EVENTS = {
    Decision.PUBLISH: LogEvent.PUBLISHED,
    Decision.RETURN: LogEvent.RETURNED,
    Decision.HIDE: LogEvent.HIDDEN,
    Decision.MERGE: LogEvent.MERGED,
    Decision.UPHOLD: LogEvent.UPHELD,
}


@dataclass(frozen=True)
class Ruling:
    """What is decided, why, and in the moderator's words; `passage` is the part of the
    text that is to be changed, `into` the thing that a merger is asked about."""

    decision: Decision
    reason: Reason | None = None
    note: str = ""
    passage: str = ""
    into: int | None = None


def decide(cases: Sequence[Case], moderator: User, ruling: Ruling) -> None:
    """Decide cases that still wait, all of them or none. Raises AlreadyDecided where
    somebody else was first. Things come first, then their cases, then the log, as with
    those who write: nobody holds one and waits for the other."""
    with database.atomic():
        bump(MODERATING)
        rows = cases_of({case.id for case in cases})
        need_all_wait(rows)
        need_not_own(rows, moderator)
        need_ordinary(rows, ruling.decision)
        for row in rows:
            need_may_decide(row, moderator)
            need_offered(row, ruling.decision)
        act_on_all(rows, moderator, ruling)
        rules = rules_of(row.workshop for row in rows)
        for row in rows:
            row.rules = rules[row.workshop]
        _write(rows, moderator, ruling)
        numbers = record_all([_noted(row, moderator, ruling) for row in rows])
        tell_decisions(
            cases_of(row.id for row in rows),
            dict(zip((row.id for row in rows), numbers, strict=True)),
        )


def need_all_wait(rows: Sequence[Case]) -> None:
    if late := [row for row in rows if row.decided_at is not None]:
        raise AlreadyDecided(late)


def act_on_all(rows: Sequence[Case], moderator: User, ruling: Ruling) -> None:
    publishing = ruling.decision is Decision.PUBLISH and len(rows) > 1
    for name in dict.fromkeys(row.kind for row in rows):
        same = [row for row in rows if row.kind == name]
        publish_all = KINDS[name].publish_all if publishing else None
        if publish_all:
            publish_all([row.item_id for row in same])
            continue
        for row in same:
            act(row, moderator, ruling)


def act(case: Case, moderator: User, ruling: Ruling) -> None:
    """Do with the thing what was decided. What readers have flagged stays in public
    as it is unless it is hidden or returned."""
    kind, decision = KINDS[case.kind], ruling.decision
    stays = decision is Decision.UPHOLD
    if case.cause is Cause.FLAGGED:
        stays = stays or decision is Decision.PUBLISH
    if stays:
        return
    if decision is Decision.PUBLISH:
        taken_off = appealed_report(case)
        if taken_off:
            show_again(case.kind, case.item_id, taken_off)
        else:
            kind.publish(case.item_id)
    elif decision is Decision.RETURN:
        off = kind.take_off if case.cause is Cause.FLAGGED else None
        (off or kind.send_back)(case.item_id)
    elif decision is Decision.HIDE:
        kind.hide(case.item_id)
    elif decision is Decision.MERGE and kind.merge and ruling.into is not None:
        kind.merge(case.item_id, ruling.into, moderator)


def appealed_report(case: Case) -> Decision | None:
    """The decision on readers' reports that a case appeals."""
    appealed = Case.get_by_id(case.appeals) if case.appeals else None
    reported = appealed is not None and appealed.cause is Cause.FLAGGED
    return appealed.decision if appealed and reported else None


def show_again(kind: str, item_id: int, decision: Decision) -> None:
    """Let what this decision took away be public in the words that it had; new words
    that wait go on waiting."""
    KINDS[kind].reopen(item_id, decision)
    if item_id not in KINDS[kind].public([item_id]):
        KINDS[kind].publish(item_id)


def _write(rows: Sequence[Case], moderator: User, ruling: Ruling) -> None:
    by_rules: dict[int | None, list[int]] = {}
    for row in rows:
        by_rules.setdefault(row.rules, []).append(row.id)
    for rules, ids in by_rules.items():
        decided = (
            Case.update(
                decided_at=now(),
                decided_by=moderator,
                decision=ruling.decision,
                reason=ruling.reason,
                note=ruling.note,
                passage=ruling.passage,
                rules=rules,
                claimed_by=None,
                claimed_until=None,
            )
            .where(Case.id.in_(ids), Case.decided_at.is_null())
            .execute()
        )
        if decided != len(ids):
            raise AlreadyDecided([row for row in cases_of(ids) if row.decided_at])


def _noted(case: Case, moderator: User, ruling: Ruling) -> Noted:
    lifted = (case.kind, ruling.decision) == (BLOCK, Decision.PUBLISH)
    return Noted(
        LogEvent.UNBLOCKED if lifted else EVENTS[ruling.decision],
        case.kind,
        case.item_id,
        case.id,
        case.workshop,
        ruling.reason.value if ruling.reason else "",
        case.rules,
        moderator.id,
    )
