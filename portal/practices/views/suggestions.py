"""What readers suggest, for those who look after the practice and for who wrote it."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.differences import pieces
from portal.i18n import language
from portal.notices.bell import seen
from portal.permissions import Permission, access, can, demand
from portal.practices.actions import suggestions as actions
from portal.practices.forms.suggestions import (
    DECLINED,
    OFFERED,
    TAKEN,
    SettlingForm,
)
from portal.practices.labels_of_talk import SUGGESTED_BY
from portal.practices.models import SUGGESTION
from portal.practices.queries.keeping import kept_by
from portal.practices.queries.suggested import parts, stands
from portal.practices.queries.suggestions import Found, listed
from portal.practices.views import bp
from portal.practices.views.asked import (
    Asked,
    find,
    find_own_suggestion,
    find_suggestion,
)
from portal.practices.views.suggesting import address
from portal.upkeep.actions.versioned import Met
from portal.upkeep.notes import Note
from portal.web import NOT_KEPT, render, request, see_other


@bp.get("/practices/<slug>/suggestions")
@access(Permission.PRACTICE_TALK)
def suggestions(slug: str) -> ResponseReturnValue:
    """One's own and, for those who look after the practice, all that is offered."""
    asked = find(slug)
    demand(Permission.PRACTICE_TALK, asked)
    keeps = can(Permission.PRACTICE_EDIT, kept_by(asked.practice))
    page = render(
        "practices/suggestions.html",
        asked=asked,
        keeps=keeps,
        rows=listed(asked.practice.id, current_user.id, keeps=keeps),
    )
    return page, 200, NOT_KEPT


@bp.get("/practices/<slug>/suggestions/<id:suggestion_id>")
@access(Permission.PRACTICE_TALK)
def suggestion(slug: str, suggestion_id: int) -> ResponseReturnValue:
    asked, found = find_own_suggestion(slug, suggestion_id)
    demand(Permission.PRACTICE_TALK, found)
    seen(SUGGESTION, suggestion_id)
    return show(asked, found, SettlingForm()), 200, NOT_KEPT


@bp.post("/practices/<slug>/suggestions/<id:suggestion_id>")
@access(Permission.PRACTICE_EDIT)
def settle_suggestion(slug: str, suggestion_id: int) -> ResponseReturnValue:
    """Take it over in part or whole, decline it, or let it wait again."""
    asked = find(slug)
    found = find_suggestion(asked, suggestion_id)
    demand(Permission.PRACTICE_EDIT, found)
    form = SettlingForm.read()
    if form.state.data not in {TAKEN, DECLINED, OFFERED}:
        abort(422)
    names = set(request.form.getlist("pick_part"))
    if not form.validate() or (form.state.data == TAKEN and not names):
        return show(asked, found, form, chosen=names, sent=True), 422
    try:
        settle(found, form, names)
    except Met:
        return show(asked, found, form, chosen=names, met=True), 409
    return see_other(address(asked, suggestion_id))


def settle(found: Found, form: SettlingForm, names: set[str]) -> None:
    number = int(found.suggestion.id)
    if form.state.data == TAKEN:
        actions.take(
            number,
            names,
            current_user,
            edition=form.seen_edition,
            note=Note(str(SUGGESTED_BY[found.suggestion.voice]), language()),
        )
    elif form.state.data == DECLINED:
        actions.decline(number, form.answer.data, current_user)
    else:
        actions.look_again(number)


def show(  # noqa: PLR0913  what the page shows
    asked: Asked,
    found: Found,
    form: SettlingForm,
    *,
    chosen: set[str] | None = None,
    sent: bool = False,
    met: bool = False,
) -> str:
    """`chosen` are the parts that were ticked, `met` whether somebody has changed one
    of them meanwhile."""
    row = found.suggestion
    standing = stands([row])[row.id]
    shown = parts(row, standing)
    kept = {part.name for part in shown if part.way == "open"}
    return render(
        "practices/suggestion.html",
        asked=asked,
        found=found,
        row=row,
        parts=[
            (part, pieces(part.base, part.wanted), pieces(part.base, part.now))
            for part in shown
        ],
        worries=found.worries(shown),
        keeps=can(Permission.PRACTICE_EDIT, found),
        form=form,
        edition=standing.edition,
        chosen=kept if chosen is None else chosen,
        nothing_chosen=sent and form.state.data == TAKEN and not chosen,
        met=met,
        back=url_for(".suggestions", slug=asked.slug)
        if asked.is_open
        else url_for("rights.texts"),
        sent="sent" in request.args,
    )
