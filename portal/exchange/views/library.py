"""The whole library as a file for safekeeping."""

from tempfile import TemporaryFile

from flask import send_file
from flask.typing import ResponseReturnValue

from portal.db import today
from portal.exchange.library.writing import sizes, whole_library
from portal.exchange.views import bp
from portal.permissions import Permission, access, demand
from portal.web import NOT_KEPT, render


@bp.get("/practices/library")
@access(Permission.LIBRARY_KEEP)
def library() -> ResponseReturnValue:
    demand(Permission.LIBRARY_KEEP)
    return render("exchange/library.html", sizes=sizes())


@bp.post("/practices/library")
@access(Permission.LIBRARY_KEEP)
def library_file() -> ResponseReturnValue:
    """Written whole before it is sent: whoever reads slowly holds no connection."""
    demand(Permission.LIBRARY_KEEP)
    file = TemporaryFile()  # noqa: SIM115  the answer closes it
    size = sum(file.write(part) for part in whole_library())
    file.seek(0)
    answer = send_file(
        file,
        mimetype="application/zip",
        as_attachment=True,
        download_name=f"library-{today().isoformat()}.zip",
        etag=False,
    )
    answer.content_length = size
    answer.headers.update(NOT_KEPT)
    return answer
