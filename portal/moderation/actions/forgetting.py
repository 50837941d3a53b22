"""Forgetting words a while after a decision: what was said about it, and texts that
came back or were hidden and that nobody has reworded since."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from peewee import fn

from portal.db import bump, database, tuples
from portal.moderation.actions.deciding import MODERATING
from portal.moderation.actions.log import record_all
from portal.moderation.actions.opening import noted
from portal.moderation.kinds import KINDS
from portal.moderation.models import BLOCK, Case, Decision, Flag, LogEvent
from portal.moderation.queries.cases import about, not_left
from portal.moderation.queries.stands import KEPT_DAYS

KEPT = timedelta(days=KEPT_DAYS)
NOT_SHOWN = {Decision.RETURN, Decision.HIDE, Decision.UPHOLD, None}
"""Decisions after which words may be left that nobody else sees; none is of what its
author took back before it was read."""


@dataclass(frozen=True)
class Forgotten:
    cases: int
    texts: int
    flags: int


def forget(moment: datetime) -> Forgotten:
    """Erase what was said in cases decided long before this moment. As long as a thing
    waits for anybody, nothing of it is erased. One transaction for each case."""
    found = Case.select(Case.id).where(is_due(moment)).order_by(Case.id)
    done = [forget_case(number, moment) for (number,) in tuples(found)]
    return Forgotten(
        len(done),
        texts=sum(text for text, _flags in done),
        flags=sum(flags for _text, flags in done),
    )


def is_due(moment: datetime) -> Any:
    other: Any = Case.alias()
    waits = other.select(other.id).where(
        other.kind == Case.kind,
        other.item_id == Case.item_id,
        other.decided_at.is_null(),
    )
    never = Case.forgotten_at.is_null() | (Case.forgotten_at < Case.decided_at)
    return (Case.decided_at < moment - KEPT) & never & ~fn.EXISTS(waits)


def forget_case(number: int, moment: datetime) -> tuple[bool, int]:
    """Whether a text was erased, and how many reports by readers."""
    with database.atomic():
        bump(MODERATING)
        case = Case.get_or_none((Case.id == number) & is_due(moment))
        if case is None:
            return False, 0
        erased = is_last(case) and erase(case)
        Case.update(
            findings="", words="", note="", passage="", question="", forgotten_at=moment
        ).where(Case.id == number).execute()
        flags = Flag.update(words="", reader=None).where(Flag.case == number).execute()
        if erased:
            record_all([noted(case, LogEvent.ERASED)])
    return erased, int(flags)


def is_last(case: Case) -> bool:
    newer = about(case.kind, case.item_id) & (Case.id > case.id) & not_left()
    return not Case.select().where(newer).exists()


def erase(case: Case) -> bool:
    """Erase the words of a thing, unless they are public. New words that came back go,
    while the earlier ones stay in public."""
    kind = KINDS.get(case.kind)
    if kind is None or case.kind == BLOCK or case.decision not in NOT_SHOWN:
        return False
    is_public = case.item_id in kind.public([case.item_id])
    kind.erase(case.item_id)
    return case.decision is Decision.RETURN or not is_public
