"""Pictures beside drafts and proposals."""

from flask import Response, abort, make_response, url_for
from flask.typing import ResponseReturnValue

from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.pictures import LARGEST_FILE, MIMETYPE
from portal.proposals import actions
from portal.proposals.forms import PictureForm
from portal.proposals.phases import need_picturing
from portal.proposals.queries import pictures
from portal.proposals.views import bp
from portal.proposals.views.drafts import kept_draft, show_draft, to_the_form
from portal.proposals.views.panel import user
from portal.proposals.views.proposals import find
from portal.proposals.views.wording import show_picture
from portal.web import request, see_other, takes
from portal.workshops.models import Entry
from portal.workshops.views.workshops import found_board, found_board_of

LARGEST_UPLOAD = LARGEST_FILE + 64 * 1024
SECONDS = 300


@bp.get("/pictures/<id:picture_id>")
@access(PUBLIC)
def picture(picture_id: int) -> ResponseReturnValue:
    seen = pictures.seen(picture_id) or abort(404)
    board = found_board_of(seen.workshop)
    me_id = board.me.id if board.me else None
    if not seen.is_for(me_id, user(), moderates=can(Permission.MODERATION_WORK)):
        abort(404)
    name = f"picture-{picture_id}"
    for_all = seen.public and board.entry is not Entry.INVITED
    if request.if_none_match.contains(name):
        return about(Response(status=304), name, for_all=for_all)
    drawn = make_response(pictures.content(picture_id))
    drawn.mimetype = MIMETYPE
    return about(drawn, name, for_all=for_all)


@bp.post("/workshops/<slug>/draft/picture")
@access(Permission.PROPOSAL_WRITE)
@takes(LARGEST_UPLOAD)
def set_picture_of_draft(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.PROPOSAL_WRITE, board)
    kept = kept_draft(board)
    if kept is None:
        return to_the_form(board)
    if request.form.get("wanted") == "0":
        actions.take_off(kept)
    else:
        form = PictureForm.sent()
        if not form.validate():
            return show_draft(board, kept, form), 422
        actions.add_to_draft(kept, form.drawn, form.description.data)
    return see_other(url_for("proposals.draft", slug=slug, _anchor="picture-part"))


@bp.get("/proposals/<id:number>/picture")
@access(Permission.PROPOSAL_REWORD)
def picture_page(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.PROPOSAL_REWORD, found)
    return show_picture(found, board, PictureForm())


@bp.post("/proposals/<id:number>/picture")
@access(Permission.PROPOSAL_REWORD)
@takes(LARGEST_UPLOAD)
def set_picture(number: int) -> ResponseReturnValue:
    found, board = find(number)
    demand(Permission.PROPOSAL_REWORD, found)
    if request.form.get("wanted") == "0":
        actions.take_off(found.proposal)
    else:
        need_picturing(board.workshop, found.proposal)
        form = PictureForm.sent()
        if not form.validate():
            return show_picture(found, board, form), 422
        actions.add_to_proposal(found.proposal, form.drawn, form.description.data)
    return see_other(url_for("proposals.proposal", number=number))


def about(response: Response, name: str, *, for_all: bool) -> Response:
    """A picture never changes under its address, but may be taken away."""
    response.set_etag(name)
    response.headers["Content-Disposition"] = "inline"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = (
        f"public, max-age={SECONDS}" if for_all else "private, no-store"
    )
    return response
