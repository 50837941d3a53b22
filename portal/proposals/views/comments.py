"""Taking part in a discussion: a comment, its replies, other words for it."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.notices.bell import seen
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.proposals import actions
from portal.proposals.forms import CommentForm, ReplyForm
from portal.proposals.forms.comments import as_written, sent_for
from portal.proposals.forms.groups import numbers
from portal.proposals.models import COMMENT, UNREAD, Comment
from portal.proposals.phases import DISCUSSING
from portal.proposals.queries import comments as queries
from portal.proposals.queries.comments import Found
from portal.proposals.queries.proposals import Found as FoundProposal
from portal.proposals.views import bp
from portal.proposals.views.proposals import Seat, find, show
from portal.proposals.views.writing import LARGEST_WRITING
from portal.web import render, request, see_other, set_by_value, tag, takes, wants
from portal.workshops.queries import Board


@bp.post("/proposals/<id:number>/comments")
@access(Permission.COMMENT_WRITE)
@takes(LARGEST_WRITING)
def write_comment(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.COMMENT_WRITE, Seat(board, found))
    me = board.me or abort(401)
    first = replied_to(found, board)
    form = ReplyForm.read() if first else CommentForm.read()
    if not form.validate():
        if first:
            return show_comment(found, board, first, reply=form), 422
        return show(found, board, comment_form=form), 422
    sending = tag(form.submission.data, me.id, first and first.id, form.body.data)
    if not queries.by_submission(sending):
        actions.comment(
            found.proposal,
            me,
            form.body.data,
            stance=form.stance,
            language=form.language.data,
            submission=sending,
            replies_to=first.comment if first else None,
        )
    if wants("discussion"):
        return show(found, board, commented=True)
    return see_other(
        url_for("proposals.proposal", number=number, commented=1, _anchor="discussion")
    )


@bp.get("/proposals/<id:number>/comments/<id:comment_id>")
@access(PUBLIC)
def comment(number: int, comment_id: int) -> ResponseReturnValue:
    """One comment: to reply to it or, one's own, to change it."""
    found, board = find(number)
    written = find_comment(board, number, comment_id)
    seen(COMMENT, comment_id, board)
    return show_comment(found, board, written)


@bp.post("/proposals/<id:number>/comments/<id:comment_id>")
@access(Permission.COMMENT_REWORD)
@takes(LARGEST_WRITING)
def reword_comment(number: int, comment_id: int) -> ResponseReturnValue:
    found, board = find(number)
    said = find_comment(board, number, comment_id)
    demand(Permission.COMMENT_REWORD, said)
    form = sent_for(said.comment)
    if not form.validate():
        return show_comment(found, board, said, words=form), 422
    actions.reword_comment(said.comment, form.body.data, stance=form.stance)
    return see_other(
        url_for("proposals.proposal", number=number, commented=1, _anchor="discussion")
    )


@bp.post("/proposals/<id:number>/comments/<id:comment_id>/withdrawal")
@access(Permission.COMMENT_REWORD)
def set_comment_withdrawn(number: int, comment_id: int) -> ResponseReturnValue:
    _found, board = find(number)
    said = find_comment(board, number, comment_id)
    demand(Permission.COMMENT_REWORD, said)
    wanted = set_by_value()
    actions.set_comment_withdrawn(said.comment, wanted=wanted)
    return see_other(url_for("proposals.comment", number=number, comment_id=comment_id))


def find_comment(board: Board, number: int, comment_id: int) -> Found:
    sees_all = can(Permission.MODERATION_WORK)
    found = queries.comment(number, comment_id, board.me, sees_all=sees_all)
    return found or abort(404)


def replied_to(found: FoundProposal, board: Board) -> Found | None:
    """The comment that is replied to, if the form names one."""
    named = request.form.get("pick_reply", "")
    if not named:
        return None
    first = [
        queries.comment(found.id, number, board.me, sees_all=False)
        for number in numbers([named])
    ]
    if not first or first[0] is None or first[0].comment.replies_to:
        abort(422)
    return first[0]


def show_comment(
    found: FoundProposal,
    board: Board,
    said: Found,
    *,
    reply: ReplyForm | None = None,
    words: ReplyForm | None = None,
) -> str:
    row: Comment = said.comment
    discussing = board.phase in DISCUSSING and found.is_public
    return render(
        "proposals/comment.html",
        found=found,
        board=board,
        said=said,
        comment=row,
        decided=queries.decided(row.id) if said.mine else None,
        words=words or as_written(row),
        reply=reply or ReplyForm(),
        form=words or reply or ReplyForm(),
        changing=words is not None
        or (said.mine and discussing and row.state in UNREAD),
        replying=reply is not None
        or (discussing and said.is_public and not row.replies_to),
    )
