"""Telling authors and readers of decisions, inside the transaction in which they are
made."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from portal.moderation.models import Case, Cause, Decision, Flag
from portal.moderation.telling import APPEAL, BLOCKED, DECIDED, FLAG, UNDONE
from portal.notices.actions import Telling, tell_each
from portal.notices.recipients import PARTICIPANT, USER


def tell_decisions(cases: Iterable[Case], numbers: Mapping[int, int]) -> None:
    """Tell the author of each thing, and the readers who had flagged it. `numbers` are
    those of the lines of the log, by case."""
    decided = list(cases)
    tellings = [
        _telling(case, event, f"log:{numbers[case.id]}", granted=granted(case))
        for case in decided
        if (event := event_of(case))
    ]
    tell_each([*tellings, *_flaggers_told(decided, numbers)])


def _flaggers_told(
    decided: Iterable[Case], numbers: Mapping[int, int], **facts: object
) -> Iterator[Telling]:
    flagged = {case.id: case for case in decided if case.cause is Cause.FLAGGED}
    for flag in Flag.select().where(Flag.case.in_(list(flagged))) if flagged else []:
        case = flagged[flag.case]
        if (flag.reader or "").startswith((f"{USER}:", f"{PARTICIPANT}:")):
            noted = {"decision": case.decision.value, "code": flag.code, **facts}
            happening = f"log:{numbers[case.id]}:flag"
            yield Telling(flag.reader, FLAG, case.kind, case.item_id, happening, noted)


def event_of(case: Case) -> str | None:
    """What its author is told of; of what readers have flagged and stays, nothing."""
    if case.cause is Cause.APPEALED:
        return APPEAL
    if case.cause is Cause.FLAGGED and case.decision is Decision.PUBLISH:
        return None
    return DECIDED[case.decision]


def granted(case: Case) -> bool:
    return bool(case.decision is Decision.PUBLISH)


def tell_undone(cases: Iterable[Case], numbers: Mapping[int, int]) -> None:
    """Those who were told of these decisions hear that they were taken back."""
    undone = list(cases)
    tellings = [
        _telling(case, UNDONE, f"log:{numbers[case.id]}")
        for case in undone
        if event_of(case)
    ]
    tell_each([*tellings, *_flaggers_told(undone, numbers, undone=True)])


def tell_block(case: Case, until: date | None, reason: str, number: int) -> None:
    facts = {
        "until": until.isoformat() if until else "",
        "reason": reason,
        "outside": not case.workshop,
    }
    this = (case.kind, case.item_id)
    tell_each([Telling(case.author, BLOCKED, *this, f"log:{number}", facts)])


def _telling(case: Case, event: str, happening: str, **facts: object) -> Telling:
    reason = case.reason.value if case.reason else ""
    facts = {"case": case.id, "reason": reason, **facts}
    return Telling(case.author, event, case.kind, case.item_id, happening, facts)
