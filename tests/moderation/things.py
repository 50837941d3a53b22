"""Blocks and reports with the fewest words."""

from datetime import timedelta

from portal.db import today
from portal.moderation.actions.flagging import flag
from portal.moderation.models import Block, Case, Flag, FlagReason
from portal.notices.recipients import participant_key
from tests.factories import make_proposal


def make_block(author, workshop, by=None, reason="insulting", days=7) -> Block:
    """A block that runs, for which a text of the author's there gave cause."""
    text = make_proposal(workshop)
    return Block.create(
        author=participant_key(author.id),
        workshop=workshop.id,
        until=today() + timedelta(days=days),
        case_id=Case.get(Case.item_id == text.id).id,
        reason=reason,
        blocked_by=by,
    )


def make_flag(
    thing, reason=FlagReason.OTHER, words="", *, reader="a-house", code="", **more
) -> Flag:
    """A report by a reader somewhere, or by the one with this key."""
    kind = type(thing).__name__.lower()
    made = flag(kind, thing.id, reason, words, reader, "en", **more)
    if code:
        Flag.update(code=code).where(Flag.id == made.id).execute()
    return Flag.get_by_id(made.id)
