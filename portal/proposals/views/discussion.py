"""What a page shows of the discussion of its proposal."""

from portal.proposals.forms import CommentForm, ReplyForm
from portal.proposals.phases import DISCUSSING
from portal.proposals.queries.comments import discussion
from portal.proposals.queries.proposals import Found
from portal.web import request
from portal.workshops.models import Phase
from portal.workshops.queries import Board

SHOWN = 6
"""Threads of a discussion, and replies of a thread, that are not folded."""


def discussed(
    found: Found, board: Board, form: ReplyForm | None = None, *, sent: bool = False
) -> dict[str, object]:
    """What somebody sent that is to be mended stands in its form in any phase."""
    now = board.phase in DISCUSSING and found.is_public
    return {
        "discussion": discussion(found.id, board.me),
        "comment_form": form or CommentForm(),
        "commenting": now or form is not None,
        "discussing_later": board.phase is Phase.GATHER,
        "sent": sent or "commented" in request.args,
        "most_shown": SHOWN,
    }
