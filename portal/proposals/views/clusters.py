"""Putting proposals into clusters, by plain forms or by drag."""

from http import HTTPStatus
from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.permissions import Permission, access, demand
from portal.proposals import actions
from portal.proposals.forms import ClusterForm
from portal.proposals.forms.groups import numbers, ticked
from portal.proposals.models import Cluster
from portal.proposals.phases import GROUPING
from portal.proposals.queries import clusters as queries
from portal.proposals.queries.news import pulse
from portal.proposals.views import bp
from portal.proposals.views.boards import state_of
from portal.web import render, request, see_other, wants
from portal.workshops.queries import Board
from portal.workshops.views.workshops import found_board


@bp.get("/workshops/<slug>/clusters")
@access(Permission.WORKSHOP_RUN)
def clusters(slug: str) -> ResponseReturnValue:
    """The page; asked again and again, only whether somebody else has grouped."""
    state = state_of(*(pulse(slug) or abort(404)))
    if wants("changes") and request.headers.get("HX-PTag") == state:
        return "", HTTPStatus.NOT_MODIFIED
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    if wants("changes"):
        html = render(
            "proposals/clusters.html",
            fragment="changes",
            board=board,
            state=state,
            changed=True,
        )
        return html, 200, {"HX-PTag": state, "Cache-Control": "no-store"}
    return show_clusters(board)


@bp.post("/workshops/<slug>/clusters")
@access(Permission.WORKSHOP_RUN)
def make_cluster(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    form = ClusterForm.read()
    if not form.validate():
        return show_clusters(board, form), 422
    actions.make_cluster(board.workshop, form.title.data, language=form.language.data)
    return changed(board)


@bp.post("/workshops/<slug>/clusters/<id:cluster_id>")
@access(Permission.WORKSHOP_RUN)
def change_cluster(slug: str, cluster_id: int) -> ResponseReturnValue:
    """Rename a cluster, give it a place or, with `wanted` 0, delete it: with 1 it comes
    back."""
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    cluster = queries.cluster(board.id, cluster_id) or abort(404)
    form = ClusterForm.read()
    try:
        if request.form.get("wanted") == "0":
            actions.delete_cluster(cluster)
            return to_clusters(board, deleted=cluster.id)
        if request.form.get("wanted") == "1":
            actions.restore_cluster(cluster)
        elif "pick_place" in request.form:
            place = numbers(request.form.getlist("pick_place")) or abort(422)
            actions.place_cluster(cluster, place[0])
        elif form.validate():
            title, spoken = form.title.data, form.language.data
            actions.rename_cluster(cluster, title, language=spoken)
        else:
            return show_clusters(board, form, cluster), 422
    except actions.ClusterGone:
        return show_clusters(board, gone=True), 409
    return changed(board)


@bp.post("/workshops/<slug>/clusters/proposals")
@access(Permission.WORKSHOP_RUN)
def put_in_cluster(slug: str) -> ResponseReturnValue:
    """Put the ticked proposals into a cluster; what was ticked stays ticked when they
    can't be."""
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    chosen = request.form.get("pick_cluster", "")
    where = numbers([chosen])
    if not where:
        abort(422)
    try:
        moved = actions.put_in_cluster(board.workshop, ticked(), where[0] or None)
    except actions.ClusterGone:
        return show_clusters(board, gone=True), 409
    return changed(board, moved)


def changed(board: Board, moved: int | None = None) -> ResponseReturnValue:
    if wants("groups"):
        return show_clusters(board, moved=moved)
    return to_clusters(board, moved=moved)


def to_clusters(board: Board, **told: Any) -> ResponseReturnValue:
    return see_other(url_for("proposals.clusters", slug=board.slug, **told))


def show_clusters(
    board: Board,
    form: ClusterForm | None = None,
    cluster: Cluster | None = None,
    *,
    gone: bool = False,
    moved: int | None = None,
) -> str:
    """The form is about this cluster or, without it, about a new one."""
    told = numbers([request.args.get("moved", "")])
    deleted = queries.deleted(board.id)
    just_now = numbers([request.args.get("deleted", "")])
    return render(
        "proposals/clusters.html",
        fragment="groups",
        board=board,
        state=state_of(board.id),
        changed=False,
        heaps=queries.heaps(board.id),
        form=form or ClusterForm(),
        about=cluster.id if cluster else None,
        grouping=board.phase in GROUPING or form is not None,
        ticked=set(ticked()) if gone else set(),
        gone=gone,
        deleted=deleted,
        just_deleted=[row for row in deleted if row.id in just_now],
        moved=told[0] if told and moved is None else moved,
    )
