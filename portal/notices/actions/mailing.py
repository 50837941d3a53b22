"""From notices to mail that waits in the outbox: both or neither."""

from collections.abc import Sequence
from dataclasses import dataclass

from peewee import EXCLUDED, fn

from portal.db import database
from portal.notices.actions.outbox import LONGEST_SUBJECT
from portal.notices.models import Mail, MailBox, Notice
from portal.notices.queries.waiting import Waiting, joined, of_no_use
from portal.notices.turns import Turn


@dataclass(frozen=True)
class Letter:
    """A mail about notices, as it is read."""

    subject: str
    body: str
    html: str
    stop_url: str


@dataclass(frozen=True)
class Digest:
    """What waits for one reader, and the mail of it; none where there is nothing to
    tell of any more."""

    waiting: Waiting
    letter: Letter | None

    @property
    def ids(self) -> set[int]:
        return {notice.id for notice in self.waiting.notices}


def pass_over(turn: Turn) -> int:
    """Note of notices that need no mail that they are dealt with. Returns how many."""
    useless = joined(Notice.id).where(Notice.mailed_at.is_null(), of_no_use(turn))
    dealt_with = Notice.update(mailed_at=turn.moment).where(Notice.id.in_(useless))
    return int(dealt_with.execute())


def put_digests(digests: Sequence[Digest], turn: Turn) -> int:
    """Put the mail into the outbox and note that its notices are mailed. Who has seen
    one of them meanwhile, or is being written to by another process, is left out: what
    is left of it is told the next time. Returns how many mails."""
    with database.atomic():
        ids = [number for digest in digests for number in digest.ids]
        taken = take(ids, turn)
        ready = [digest for digest in digests if digest.ids <= taken]
        if half := taken - {number for digest in ready for number in digest.ids}:
            Notice.update(mailed_at=None).where(Notice.id.in_(half)).execute()
        mail = [row(digest, digest.letter, turn) for digest in ready if digest.letter]
        if mail:
            Mail.insert_many(mail).execute()
        note_turns([digest.waiting for digest in ready], turn)
    return len(mail)


def take(ids: Sequence[int], turn: Turn) -> set[int]:
    """Note these notices as mailed, those of them that still wait; which they are."""
    waits = Notice.mailed_at.is_null() & Notice.seen_at.is_null()
    update = Notice.update(mailed_at=turn.moment).where(Notice.id.in_(ids), waits)
    return {notice.id for notice in update.returning(Notice.id).execute()}


def row(digest: Digest, letter: Letter, turn: Turn) -> dict[str, object]:
    reader = digest.waiting.reader
    return {
        "recipient": reader.email,
        "user": reader.id,
        "subject": " ".join(letter.subject.split())[:LONGEST_SUBJECT],
        "body": letter.body,
        "html": letter.html,
        "stop_url": letter.stop_url,
        "due_at": turn.moment,
    }


def note_turns(told: Sequence[Waiting], turn: Turn) -> None:
    """Note when digests last went."""
    boxes = [
        {
            "user": one.reader.id,
            "daily_at": turn.moment if one.daily else None,
            "weekly_at": turn.moment if one.weekly else None,
        }
        for one in told
        if one.daily or one.weekly
    ]
    if boxes:
        MailBox.insert_many(boxes).on_conflict(
            conflict_target=[MailBox.user],
            update={
                MailBox.daily_at: fn.COALESCE(EXCLUDED.daily_at, MailBox.daily_at),
                MailBox.weekly_at: fn.COALESCE(EXCLUDED.weekly_at, MailBox.weekly_at),
            },
        ).execute()
