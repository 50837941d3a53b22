"""Holding a poll for the length of a transaction: shared by those who cast, alone by
whoever closes it. On SQLite a writing transaction is alone in any case; on PostgreSQL
it is a lock that writes nothing."""

from flask_babel import gettext as _
from peewee import PostgresqlDatabase

from portal.ballots.models import Poll, PollState
from portal.db import database, now
from portal.errors import Refused
from portal.workshops.models import Phase, Workshop

LOCKS = 0x706F6C6C  # "poll": apart from other uses of such locks


def hold(poll_id: int, *, alone: bool = False) -> Poll:
    """The poll as it stands now. Call it inside the transaction that needs it."""
    lock(poll_id, alone=alone)
    poll: Poll = Poll.get_by_id(poll_id)
    return poll


def lock(poll_id: int, *, alone: bool = False) -> None:
    """Only hold it. What is read afterwards is as it stands now."""
    if isinstance(database.obj, PostgresqlDatabase):
        locking = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
        database.execute_sql(f"SELECT {locking}(%s, %s)", (LOCKS, poll_id))


def is_open(poll: Poll) -> bool:
    ended = poll.closes_at is not None and poll.closes_at <= now()
    return poll.state is PollState.OPEN and not ended


def need_vote_phase(workshop: Workshop) -> None:
    """Refuse in any other phase of the workshop; paper is still entered there."""
    if workshop.phase is not Phase.VOTE:
        raise Refused(_("One votes in the phase “Vote” only."))


def need_open(poll: Poll) -> None:
    """Refuse when the vote has not begun, is over, or its time is up."""
    if poll.state is PollState.DRAFT:
        raise Refused(_("The vote has not begun yet."))
    if not is_open(poll):
        raise Refused(
            _(
                "The vote has closed, and this ballot was not counted. If you voted "
                "earlier, that ballot counts."
            )
        )
