"""Taking everything along."""

from flask import Response, stream_with_context
from flask.typing import ResponseReturnValue

from portal.facilitation.archive import archive
from portal.facilitation.views import bp
from portal.permissions import Permission, access, demand
from portal.workshops.views.workshops import found_board


@bp.get("/workshops/<slug>/export.zip")
@access(Permission.WORKSHOP_RUN)
def export(slug: str) -> ResponseReturnValue:
    board = found_board(slug)
    demand(Permission.WORKSHOP_RUN, board)
    return Response(
        stream_with_context(archive(board.id)),
        mimetype="application/zip",
        headers={
            "Content-Disposition": f'attachment; filename="{board.slug}.zip"',
            "Cache-Control": "no-store",
        },
    )
