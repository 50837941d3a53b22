"""The set of questions: writing it, ordering it, taking over an earlier one."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.i18n import language
from portal.inventories.actions import questions as actions
from portal.inventories.actions.copying import copy as copy_set
from portal.inventories.drafts import seen_of
from portal.inventories.forms.inventories import CopyForm
from portal.inventories.forms.questions import AskedForm
from portal.inventories.grids import Question
from portal.inventories.queries import inventories
from portal.inventories.queries import questions as queries
from portal.inventories.queries.inventories import Found
from portal.inventories.views import bp
from portal.inventories.views.found import found_inventory, number
from portal.inventories.views.settings import meanwhile
from portal.permissions import Permission, access, demand
from portal.practices.models import Practice
from portal.web import render, request, see_other, set_by_value

PLACE = "pick_place_"


@bp.get("/inventories/<slug>/questions")
@access(Permission.INVENTORY_RUN)
def questions(slug: str) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    return show(found_inventory(slug), AskedForm())


@bp.post("/inventories/<slug>/questions")
@access(Permission.INVENTORY_RUN)
def add_question(slug: str) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    form = AskedForm.read()
    if not form.validate():
        return show(found, form), 422
    actions.add(found.row, form.drafts)
    return see_other(url_for(".questions", slug=slug))


@bp.post("/inventories/<slug>/order")
@access(Permission.INVENTORY_RUN)
def set_order(slug: str) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    places = {
        number(name.removeprefix(PLACE)): number(value)
        for name, value in request.form.items()
        if name.startswith(PLACE) and value.isdecimal()
    }
    actions.set_order(found.row, places)
    return see_other(url_for(".questions", slug=slug))


@bp.post("/inventories/<slug>/copies")
@access(Permission.INVENTORY_RUN)
def copy(slug: str) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    sources = others(found)
    form = CopyForm.read().offer(dict.fromkeys(sources, ""))
    if not form.validate():
        abort(422)
    source = sources[form.pick_source.data].row
    copy_set(found.row, source, respondents=bool(form.respondents.data))
    return see_other(url_for(".questions", slug=slug))


@bp.get("/inventories/<slug>/questions/<id:asked_id>/wording")
@access(Permission.INVENTORY_RUN)
def wording(slug: str, asked_id: int) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    asked = found_question(found, asked_id)
    return word(found, asked, AskedForm.of(asked))


@bp.post("/inventories/<slug>/questions/<id:asked_id>/wording")
@access(Permission.INVENTORY_RUN)
def set_wording(slug: str, asked_id: int) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    asked = found_question(found, asked_id)
    form = AskedForm.read()
    if not form.validate():
        return word(found, asked, form), 422
    if not actions.change(found.row, asked, form.drafts, seen=form.pick_seen.data):
        form.pick_seen.data = seen_of(found_question(found, asked_id))
        form.pick_sort.errors = [meanwhile()]
        return word(found, asked, form), 409
    return see_other(url_for(".questions", slug=slug))


@bp.post("/inventories/<slug>/questions/<id:asked_id>/removal")
@access(Permission.INVENTORY_RUN)
def remove_question(slug: str, asked_id: int) -> ResponseReturnValue:
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    asked = queries.question(found.id, asked_id)
    if set_by_value() and asked:
        actions.remove(found.row, asked)
    return see_other(url_for(".questions", slug=slug))


@bp.post("/inventories/<slug>/questions/<id:asked_id>/practice")
@access(Permission.INVENTORY_RUN)
def set_practice(slug: str, asked_id: int) -> ResponseReturnValue:
    """The practice with the id that is sent, or none."""
    demand(Permission.INVENTORY_RUN)
    found = found_inventory(slug)
    asked = found_question(found, asked_id)
    practice = None
    if set_by_value():
        key = number(request.form.get("pick_practice"))
        practice = Practice.get_or_none(Practice.id == key) or abort(422)
    actions.link(found.row, asked, practice)
    return see_other(url_for(".question", slug=slug, asked_id=asked.id))


def found_question(found: Found, asked_id: int) -> Question:
    return queries.question(found.id, asked_id) or abort(404)


def others(found: Found) -> dict[str, Found]:
    """The inventories whose questions can be taken over."""
    every = [one.found for one in inventories.listing()]
    return {one.slug: one for one in every if one.id != found.id}


def show(found: Found, form: AskedForm) -> str:
    titles = {key: one.text(language()).title for key, one in others(found).items()}
    return render(
        "inventories/questions.html",
        found=found,
        text=found.text(language()),
        questions=queries.asked_now(found.id),
        form=form,
        copying=CopyForm().offer(titles) if titles else None,
    )


def word(found: Found, asked: Question, form: AskedForm) -> str:
    return render(
        "inventories/wording.html",
        found=found,
        text=found.text(language()),
        asked=asked,
        form=form,
    )
