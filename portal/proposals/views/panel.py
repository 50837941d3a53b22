"""What stands beside the board for those who write."""

from flask_login import current_user

from portal.accounts.models import User
from portal.permissions import Permission, can
from portal.proposals.forms import ProposalForm
from portal.proposals.models import Draft
from portal.proposals.phases import WRITING
from portal.proposals.queries.own import Own, own
from portal.web import request
from portal.workshops.queries import Board


def user() -> User | None:
    return current_user if current_user.is_authenticated else None


def panel(
    board: Board,
    form: ProposalForm | None = None,
    *,
    sent: bool = False,
    other: Draft | None = None,
    held: Own | None = None,
) -> dict[str, object]:
    """The form for a proposal, with the draft if it is not given, and the visitor's own
    proposals. `other` is a draft that this form would take the place of, `held` what
    is theirs, if it is known already."""
    held = held or own(board.id, board.me, user())
    draft = held.draft
    return {
        "board": board,
        "form": form or ProposalForm.of(draft, board.me),
        "own": held.waiting,
        "returned": [mine for mine in held.waiting if mine.returned],
        "sent": sent or "sent" in request.args,
        "writing": board.phase in WRITING and can(Permission.PROPOSAL_WRITE, board),
        "draft": draft,
        "kept": "saved" if draft and not form else "",
        "other": other,
        "similar": [],
        "told": False,
    }
