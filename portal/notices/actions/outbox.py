"""Putting mail into the outbox, and what becomes of it there."""

from datetime import timedelta

from peewee import Expression

from portal.db import database, now
from portal.notices.models import Mail, MailState

KEPT_DAYS = 30
MOST_ATTEMPTS = 12
FIRST_WAIT = 5  # minutes; each further wait is twice as long
LONGEST_WAIT = 12 * 60
LONGEST_SUBJECT = 200
LONGEST_ERROR = 300
WORDS = ("recipient", "subject", "body", "html", "stop_url", "last_error")
ERASED = dict.fromkeys(WORDS, "")


def put(recipient: str, subject: str, body: str) -> Mail:
    """Mail that waits to be sent; it is there if the caller's transaction holds."""
    line = " ".join(subject.split())[:LONGEST_SUBJECT]
    return Mail.create(recipient=recipient, subject=line, body=body)


def claim(mail: Mail) -> bool:
    """Take a mail in hand before it is handed over. False if another has it: from
    here on nobody sends it, whatever happens, unless it is put back."""
    with database.atomic():
        taken = (
            Mail.update(
                state=MailState.SENDING, attempts=Mail.attempts + 1, tried_at=now()
            )
            .where(Mail.id == mail.id, Mail.state == MailState.WAITING)
            .execute()
        )
    mail.attempts += taken
    return bool(taken)


def tell_sent(mail: Mail) -> None:
    """Unless it came back already."""
    sent = {"state": MailState.SENT, "sent_at": now(), "last_error": ""}
    in_hand = (Mail.id == mail.id) & (Mail.state == MailState.SENDING)
    Mail.update(sent).where(in_hand).execute()


def tell_not_sent(mail: Mail, error: str, *, for_good: bool) -> None:
    """It was certainly not taken: tried again later, at growing intervals."""
    ends = for_good or mail.attempts >= MOST_ATTEMPTS
    wait = min(FIRST_WAIT * 2 ** (mail.attempts - 1), LONGEST_WAIT)
    Mail.update(
        state=MailState.GIVEN_UP if ends else MailState.WAITING,
        due_at=now() + timedelta(minutes=wait),
        last_error=error[:LONGEST_ERROR],
    ).where(Mail.id == mail.id).execute()


def tell_in_doubt(mail: Mail, error: str) -> None:
    """Nobody knows whether it was taken. It stays as it is: better late than twice."""
    doubt = {"last_error": error[:LONGEST_ERROR]}
    Mail.update(doubt).where(Mail.id == mail.id).execute()


def put_back(mail_id: int) -> bool:
    """Send a mail once more that is in doubt or was given up; False if there is no
    such mail or its words are erased."""
    again = {"state": MailState.WAITING, "due_at": now(), "attempts": 0}
    stuck = Mail.state.in_([MailState.SENDING, MailState.GIVEN_UP, MailState.BOUNCED])
    there = (Mail.id == mail_id) & stuck & (Mail.body != "")
    return bool(Mail.update(again).where(there).execute())


def erase_old() -> int:
    """Erase addresses and words a while after sending; what could not be sent by
    then is given up. Returns how many were erased."""
    old = now() - timedelta(days=KEPT_DAYS)
    waiting = Mail.state.in_([MailState.WAITING, MailState.SENDING])
    with database.atomic():
        done = _erase((Mail.state == MailState.SENT) & (Mail.sent_at < old))
        given_up = Mail.state.in_([MailState.GIVEN_UP, MailState.BOUNCED])
        done += _erase((waiting | given_up) & (Mail.created_at < old))
    return done


def _erase(which: Expression) -> int:
    there = which & (Mail.body != "")
    open_ = Mail.state.in_([MailState.WAITING, MailState.SENDING])
    Mail.update(state=MailState.GIVEN_UP).where(there, open_).execute()
    return Mail.update(ERASED).where(there).execute()
