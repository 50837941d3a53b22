"""Where one's own texts stand, and asking that somebody else looks again."""

from typing import Any

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.i18n import day
from portal.moderation import queries
from portal.moderation.actions.appealing import appeal, appeal_block
from portal.moderation.forms.rights import AppealForm
from portal.moderation.kinds import KINDS, places
from portal.moderation.models import Block, Case, Reason
from portal.moderation.queries.appeals import (
    appeal_of,
    appeal_of_block,
    can_be_appealed,
)
from portal.moderation.queries.texts import appealable, came_back, own_texts, texts
from portal.moderation.views.rights import bp
from portal.notices.recipients import mine
from portal.paging import page_number
from portal.permissions import Permission, access, demand
from portal.web import NOT_KEPT, render, request, see_other


@bp.get("/texts", endpoint="texts")
@access(Permission.TEXT_READ)
def read() -> ResponseReturnValue:
    keys = mine()
    demand(Permission.TEXT_READ, keys)
    page = render(
        "moderation/texts.html",
        found=texts(keys, page_number()),
        sent="sent" in request.args,
    )
    return page, 200, NOT_KEPT


@bp.get("/texts/<id:case_id>/appeal")
@access(Permission.TEXT_APPEAL)
def appealing(case_id: int) -> ResponseReturnValue:
    keys = mine()
    demand(Permission.TEXT_APPEAL, keys)
    found = find(case_id, keys)
    can = can_be_appealed(found) and came_back(found.kind, found.item_id)
    if appeal_of(found) or not can:
        return see_other(url_for(".texts", _anchor=anchor(found)))
    return show(found, AppealForm())


@bp.post("/texts/<id:case_id>/appeal")
@access(Permission.TEXT_APPEAL)
def send_appeal(case_id: int) -> ResponseReturnValue:
    keys = mine()
    demand(Permission.TEXT_APPEAL, keys)
    found, form = find(case_id, keys), AppealForm.read()
    if not form.validate():
        return show(found, form)
    appeal(found, form.message.data, form.findings)
    return see_other(url_for(".texts", sent=1, _anchor=anchor(found)))


@bp.get("/texts/blocks/<id:block_id>/appeal")
@access(Permission.TEXT_APPEAL)
def appealing_block(block_id: int) -> ResponseReturnValue:
    keys = mine()
    demand(Permission.TEXT_APPEAL, keys)
    block = find_block(block_id, keys)
    if appeal_of_block(block.id):
        return see_other(url_for(".texts"))
    return show_block(block, AppealForm())


@bp.post("/texts/blocks/<id:block_id>/appeal")
@access(Permission.TEXT_APPEAL)
def send_appeal_of_block(block_id: int) -> ResponseReturnValue:
    keys = mine()
    demand(Permission.TEXT_APPEAL, keys)
    block, form = find_block(block_id, keys), AppealForm.read()
    if not form.validate():
        return show_block(block, form)
    appeal_block(block, form.message.data, form.findings)
    return see_other(url_for(".texts", sent=1))


def find(case_id: int, keys: list[str]) -> Case:
    """A case of their own in which something was decided."""
    found = queries.case(case_id)
    own = found is not None and found.author in keys and found.decision is not None
    return found if found and own and found.kind in KINDS else abort(404)


def find_block(block_id: int, keys: list[str]) -> Block:
    found = [row for row in appealable(keys) if row.id == block_id]
    return found[0] if found else abort(404)


def anchor(case: Case) -> str:
    return f"{case.kind}-{case.item_id}"


def show(found: Case, form: AppealForm) -> ResponseReturnValue:
    own = dict(own_texts(found.kind, [found.item_id])).get(found.item_id) or abort(404)
    return page(
        form,
        case=found,
        place="",
        heading=own.heading,
        spoken=own.language,
        address=url_for(".send_appeal", case_id=found.id),
        reason=found.reason,
    )


def show_block(block: Block, form: AppealForm) -> ResponseReturnValue:
    place = places([block.workshop]).get(block.workshop, "")
    return page(
        form,
        case=None,
        place=place,
        heading=_("No writing here until %(date)s", date=day(block.until)),
        spoken="",
        address=url_for(".send_appeal_of_block", block_id=block.id),
        reason=Reason(block.reason) if block.reason in set(Reason) else None,
    )


def page(form: AppealForm, **context: Any) -> ResponseReturnValue:
    status = 422 if form.problems else 200
    html = render("moderation/appeal.html", form=form, **context)
    return html, status, NOT_KEPT
