"""One answer by itself: read in full, and marked to be kept, merged or retired."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.inventories.actions.answers import set_held
from portal.inventories.actions.marks import set_mark
from portal.inventories.forms.marks import VerdictForm
from portal.inventories.grids import Cell
from portal.inventories.queries import answers as queries
from portal.inventories.queries.answers import Answer, seen_mark
from portal.inventories.queries.inventories import Found
from portal.inventories.shown import label_of
from portal.inventories.views import bp
from portal.inventories.views.found import found_inventory, number
from portal.inventories.views.settings import meanwhile
from portal.permissions import Permission, access, can, demand
from portal.practices.models import KIND as PRACTICE
from portal.search.queries import names
from portal.web import render, request, see_other, set_by_value


@bp.get("/inventories/<slug>/cells/<id:cell_id>")
@access(Permission.INVENTORY_READ)
def cell(slug: str, cell_id: int) -> ResponseReturnValue:
    found = found_inventory(slug)
    demand(Permission.INVENTORY_READ, found)
    answer = found_answer(found, cell_id)
    return show(found, answer, VerdictForm.of(answer.mark))


@bp.post("/inventories/<slug>/cells/<id:cell_id>")
@access(Permission.INVENTORY_RUN)
def mark(slug: str, cell_id: int) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    answer = found_answer(found, cell_id)
    form = VerdictForm.read()
    if not form.validate():
        return show(found, answer, form), 422
    done = set_mark(
        answer.row,
        form.wanted,
        form.why.data if form.wanted else "",
        language=language(),
        by=current_user,
        seen=form.pick_seen.data or "",
    )
    if not done:
        again = found_answer(found, cell_id)
        form.pick_seen.data = seen_mark(again.mark)
        form.verdict.errors = [meanwhile()]
        return show(found, again, form), 409
    return see_other(url_for(".cell", slug=slug, cell_id=cell_id))


@bp.post("/inventories/<slug>/cells/<id:cell_id>/words")
@access(Permission.INVENTORY_RUN)
def show_words(slug: str, cell_id: int) -> ResponseReturnValue:
    """Words with something personal in them: shown to all, or held back."""
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    answer = found_answer(found, cell_id)
    edition = number(request.form.get("edition")) or abort(422)
    set_held(found, answer, edition, wanted=not set_by_value())
    return see_other(url_for(".cell", slug=slug, cell_id=cell_id))


def found_answer(found: Found, cell_id: int) -> Answer:
    return queries.answer(found.id, cell_id) or abort(404)


def show(found: Found, answer: Answer, form: VerdictForm) -> str:
    row = answer.row
    held_back = row.held and not can(Permission.INVENTORY_RUN, found)
    said = Cell(row.id, row.option, row.words, row.language, row.held)
    practice = answer.question.practice
    leads_to = names(PRACTICE, [practice], language()) if practice else {}
    return render(
        "inventories/cell.html",
        found=found,
        text=found.text(language()),
        answer=answer,
        label=label_of(answer.question, said, language()),
        held_back=held_back,
        practice=leads_to.get(practice or 0),
        form=form,
    )
