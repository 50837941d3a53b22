"""What comes of a moderator's decision on a comment."""

from flask_babel import gettext as _

from portal.db import now
from portal.errors import Refused
from portal.moderation.models import Decision
from portal.proposals.actions.comments import held_comment, set_comment
from portal.proposals.actions.holding import words_deleted
from portal.proposals.actions.notifying import tell_of_comments
from portal.proposals.models import State


def publish_comment(comment_id: int) -> None:
    row = held_comment(comment_id)
    if not row.body:
        raise words_deleted()
    if row.state not in {State.WITHDRAWN, State.PUBLISHED}:
        set_comment(row, state=State.PUBLISHED, published_at=now())
        tell_of_comments([row])


def send_comment_back(comment_id: int) -> None:
    row = held_comment(comment_id)
    if row.state is not State.WITHDRAWN:
        set_comment(row, state=State.RETURNED, published_at=None)


def hide_comment(comment_id: int) -> None:
    """What others replied stays."""
    row = held_comment(comment_id)
    if row.state is not State.WITHDRAWN:
        set_comment(row, state=State.HIDDEN, published_at=None)


def reopen_comment(comment_id: int, decision: Decision) -> None:
    """Let it wait as before this decision; raises Refused if it is no longer so."""
    row = held_comment(comment_id)
    became = {
        Decision.PUBLISH: State.PUBLISHED,
        Decision.RETURN: State.RETURNED,
        Decision.HIDE: State.HIDDEN,
    }
    if row.state is not became.get(decision) or not row.body:
        raise Refused(_("Its author or others have gone on since, so this stays."))
    set_comment(row, state=State.WAITING, published_at=None)


def erase_comment(comment_id: int) -> None:
    """Delete words that are not public."""
    row = held_comment(comment_id)
    unread = row.state is State.WITHDRAWN and row.published_at is None
    if unread or row.state in {State.RETURNED, State.HIDDEN}:
        set_comment(row, body="")
