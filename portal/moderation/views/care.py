"""Care for those who moderate: pauses, heavy cases, a note to oneself."""

from flask import Response, abort, make_response, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.i18n import language
from portal.moderation.actions import care as actions
from portal.moderation.forms.care import CareNoteForm
from portal.moderation.queries import care as queries
from portal.moderation.views.blueprint import bp
from portal.permissions import Permission, access, demand
from portal.spreadsheet import csv_file
from portal.web import NOT_KEPT, render, request, see_other, set_by_value


@bp.get("/care", endpoint="care")
@access(Permission.MODERATION_WORK)
def begin() -> ResponseReturnValue:
    demand(Permission.MODERATION_WORK)
    return show(CareNoteForm())


@bp.get("/care.csv")
@access(Permission.MODERATION_WORK)
def own_notes() -> ResponseReturnValue:
    """One's own notes, to take along."""
    demand(Permission.MODERATION_WORK)
    rows = ((note.written_at, note.words) for note in queries.notes(current_user))
    return own(csv_file("care", [_("When"), _("What I wrote")], rows))


@bp.post("/care/pauses")
@access(Permission.MODERATION_WORK)
def take_pause() -> ResponseReturnValue:
    demand(Permission.MODERATION_WORK)
    actions.take_pause(current_user)
    return see_other(url_for(".care", done="pause"))


@bp.post("/care/heavy-cases")
@access(Permission.MODERATION_WORK)
def set_spared() -> ResponseReturnValue:
    demand(Permission.MODERATION_WORK)
    wanted = set_by_value()
    actions.set_spared(current_user, wanted=wanted)
    return see_other(url_for(".care"))


@bp.post("/care/notes")
@access(Permission.MODERATION_WORK)
def write_note() -> ResponseReturnValue:
    demand(Permission.MODERATION_WORK)
    form = CareNoteForm.read()
    if not form.validate():
        return show(form)
    actions.write_note(current_user, form.words.data)
    return see_other(url_for(".care", done="note"))


@bp.post("/care/notes/<id:note_id>")
@access(Permission.MODERATION_WORK)
def delete_note(note_id: int) -> ResponseReturnValue:
    """A note is not wanted any more."""
    demand(Permission.MODERATION_WORK)
    if request.form.get("wanted") != "0":
        abort(422)
    if not actions.delete_note(current_user, note_id):
        abort(404)
    return see_other(url_for(".care", done="deleted"))


def show(form: CareNoteForm) -> Response:
    page = render(
        "moderation/care.html",
        form=form,
        duty=queries.duty(current_user),
        notes=queries.notes(current_user),
        turn=queries.where_to_turn(language()),
    )
    return own(make_response(page, 422 if form.problems else 200))


def own(response: Response) -> Response:
    """An answer that is kept nowhere."""
    response.headers.update(NOT_KEPT)
    return response
