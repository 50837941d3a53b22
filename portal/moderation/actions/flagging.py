"""Readers who ask a moderator to look at what is public."""

import secrets

from flask_babel import gettext as _

from portal.db import bump, database
from portal.errors import Refused
from portal.moderation.actions.deciding import MODERATING
from portal.moderation.actions.log import record_all
from portal.moderation.actions.opening import noted, open_case
from portal.moderation.kinds import KINDS
from portal.moderation.models import (
    Case,
    Cause,
    Flag,
    FlagReason,
    LogEvent,
    Urgency,
)
from portal.moderation.queries.cases import newest_of, waits
from portal.moderation.queries.flags import flag_of
from portal.notices.recipients import PARTICIPANT, USER

ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXYZ"
CODE_LENGTH = 10
PRESSING_FROM = 3
"""So many readers let a text be read before what is ordinary."""


def flag(  # noqa: PLR0913, PLR0917  what a reader sends
    kind: str,
    item_id: int,
    reason: FlagReason,
    words: str,
    reader: str,
    language: str,
    *,
    danger: bool = False,
) -> Flag:
    """Report what is public. `reader` is the key of a person or, of somebody unknown,
    a digest of where they are: then each report counts by itself, but all from one
    place as one reader. A person's second report of a thing is the first one."""
    with database.atomic():
        bump(MODERATING)
        known = is_known(reader)
        if known and (before := flag_of(kind, item_id, [reader])):
            return before
        if item_id not in KINDS[kind].public([item_id]):
            raise gone()
        code = "".join(secrets.choice(ALPHABET) for _sign in range(CODE_LENGTH))
        pressing = danger or reason is FlagReason.DANGEROUS
        case = waits(kind, item_id, Cause.FLAGGED)
        made = Flag.create(
            kind=kind,
            item_id=item_id,
            case=case or first_case(kind, item_id, urgent=pressing),
            reason=reason,
            words=words,
            language=language,
            reader=reader if known else f"{reader}:{code}",
            code=code,
        )
        if case:
            hurry(made, danger=pressing)
            record_all([noted(case, LogEvent.FLAGGED)])
    return made


def first_case(kind: str, item_id: int, *, urgent: bool) -> Case:
    """A new case in which readers' reports of a thing are read. What is public was read
    before, so there is one already that tells whose it is."""
    before = newest_of(kind, item_id)
    if before is None:
        raise gone()
    return open_case(
        kind,
        item_id,
        language=before.language,
        workshop=before.workshop,
        author=before.author,
        cause=Cause.FLAGGED,
        urgent=urgent,
    )


def gone() -> Refused:
    return Refused(_("This text is not shown any more."))


def hurry(made: Flag, *, danger: bool) -> None:
    """How many have reported it, and danger, decide when it is read; nothing is hidden
    by itself."""
    readers = {
        place_of(one.reader or one.code)
        for one in Flag.select().where(Flag.case == made.case)
    }
    urgency = Urgency.URGENT if danger else Urgency.PRESSING
    if danger or len(readers) >= PRESSING_FROM:
        Case.update(urgency=int(urgency)).where(
            Case.id == made.case, Case.urgency < int(urgency)
        ).execute()


def is_known(reader: str) -> bool:
    return reader.startswith((f"{USER}:", f"{PARTICIPANT}:"))


def place_of(reader: str) -> str:
    return reader if is_known(reader) else reader.partition(":")[0]
