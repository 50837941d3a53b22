"""Files beside a practice."""

from io import BytesIO

from flask import Response, abort, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.attachments.kinds import LARGEST_FILE
from portal.attachments.labels import file_size
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, demand
from portal.practices.actions import files as actions
from portal.practices.forms.files import FileForm
from portal.practices.models import Practice
from portal.practices.queries import files as queries
from portal.practices.queries.keeping import findable, kept_by
from portal.practices.queries.titles import title
from portal.practices.views import bp
from portal.web import render, request, see_other, set_by_value, takes

LARGEST_UPLOAD = 3 * LARGEST_FILE
"""So that of a file somewhat too large we can say so, and keep what was typed."""


@bp.get("/practices/<slug>/files/<id:file_id>")
@access(PUBLIC)
def file(slug: str, file_id: int) -> ResponseReturnValue:
    """Always a download, and never opened as a page of ours."""
    found = findable(slug) or abort(404)
    row = queries.file_of(found.id, file_id) or abort(404)
    if request.if_none_match.contains(row.digest):
        return sealed(Response(status=304), row.digest)
    sent = send_file(
        BytesIO(queries.content(row.id)),
        mimetype=row.media_type,
        as_attachment=True,
        download_name=row.name,
        etag=False,
        last_modified=row.added_at,
    )
    return sealed(sent, row.digest)


@bp.get("/practices/<slug>/files")
@access(Permission.PRACTICE_EDIT)
def files(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    return show(found, FileForm.first())


@bp.post("/practices/<slug>/files")
@access(Permission.PRACTICE_EDIT)
@takes(LARGEST_UPLOAD)
def add_file(slug: str) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    form = FileForm.sent()
    if not form.validate():
        return show(found, form), 422
    try:
        actions.add(
            found.id,
            form.attachment,
            form.title.data,
            form.language.data,
            current_user.id,
        )
    except actions.NoRoom as full:
        form.file.errors = [
            _(
                "The files of a practice may be 20 megabytes together. There is room "
                "for %(size)s more.",
                size=file_size(full.left),
            )
        ]
        return show(found, form), 422
    return see_other(url_for("practices.files", slug=slug, _anchor="files"))


@bp.post("/practices/<slug>/files/<id:file_id>")
@access(Permission.PRACTICE_EDIT)
def set_file(slug: str, file_id: int) -> ResponseReturnValue:
    found = findable(slug) or abort(404)
    demand(Permission.PRACTICE_EDIT, kept_by(found))
    if not set_by_value():
        actions.remove(found.id, file_id)
    return see_other(url_for("practices.files", slug=slug, _anchor="files"))


def show(found: Practice, form: FileForm) -> str:
    shown = queries.files_of(found.id)
    return render(
        "practices/files.html",
        practice=found,
        name=title(found, language()),
        files=shown,
        left=actions.MOST_TOGETHER - sum(row.size for row in shown),
        form=form,
    )


def sealed(response: Response, name: str) -> Response:
    response.set_etag(name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-cache"
    return response
