"""Selections: all of them, a new one, and the record of one."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.pilots.actions import selections as actions
from portal.pilots.forms.selections import SelectionForm
from portal.pilots.queries import selections as queries
from portal.pilots.queries.editions import corrections
from portal.pilots.queries.shelf import shelf
from portal.pilots.records import Record
from portal.pilots.views import bp
from portal.web import render, see_other


@bp.get("/selections")
@access(PUBLIC)
def selections() -> ResponseReturnValue:
    runs = can(Permission.SELECTION_RUN)
    listed = [one for one in queries.listing() if one.is_locked or runs]
    return render("pilots/selections.html", records=listed)


@bp.get("/selections/new")
@access(Permission.SELECTION_RUN)
def new_selection() -> ResponseReturnValue:
    demand(Permission.SELECTION_RUN)
    return write(SelectionForm())


@bp.post("/selections")
@access(Permission.SELECTION_RUN)
def create_selection() -> ResponseReturnValue:
    demand(Permission.SELECTION_RUN)
    form = SelectionForm.read().offer(pilot_names())
    if not form.validate():
        return write(form), 422
    made = actions.create(
        form.draft, by=current_user, submission=form.submission.data or ""
    )
    return see_other(url_for(".selection", slug=made.slug))


@bp.get("/selections/<slug>")
@access(PUBLIC)
def selection(slug: str) -> ResponseReturnValue:
    """Never kept ready: each reading looks whether the lock holds."""
    record = found_record(slug)
    title, spoken = record.text(language())
    return render(
        "pilots/selection.html",
        record=record,
        title=title.title,
        spoken=spoken,
        lacking=[] if record.is_locked else actions.lacks(record),
        corrections=corrections(record) if record.row.edition > 1 else [],
    )


def found_record(slug: str) -> Record:
    """The selection, or 404: until it is locked it is there for those who run it."""
    record = queries.record(slug) or abort(404)
    if not record.is_locked and not can(Permission.SELECTION_RUN):
        abort(404)
    return record


def pilot_names() -> dict[int, str]:
    """What can be chosen from: every pilot, by its name."""
    names = {key: one.text(language()).name for key, one in shelf().items()}
    return dict(sorted(names.items(), key=lambda item: item[1].casefold()))


def write(form: SelectionForm, record: Record | None = None) -> str:
    return render(
        "pilots/selection_criteria.html", form=form.offer(pilot_names()), record=record
    )
