"""Deciding, and correcting a decision."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.pilots.actions import decisions as actions
from portal.pilots.actions.scores import demand_opened
from portal.pilots.forms.decisions import DecisionSheet, sheet_of
from portal.pilots.records import Record
from portal.pilots.views import bp
from portal.pilots.views.criteria import meanwhile
from portal.pilots.views.selections import found_record
from portal.web import render, see_other


@bp.get("/selections/<slug>/decision")
@access(Permission.SELECTION_RUN)
def decision(slug: str) -> ResponseReturnValue:
    demand(Permission.SELECTION_RUN)
    record = found_record(slug)
    demand_opened(record)
    return show(record, sheet_of(record, posted=False))


@bp.post("/selections/<slug>/decision")
@access(Permission.SELECTION_RUN)
def decide(slug: str) -> ResponseReturnValue:
    demand(Permission.SELECTION_RUN)
    record = found_record(slug)
    demand_opened(record)
    sheet = sheet_of(record, posted=True)
    if not sheet.validate():
        return show(record, sheet), 422
    decided = actions.decide(
        record,
        sheet.ruling,
        seen=sheet.main.pick_seen.data or "",
        by=current_user,
        note=sheet.note.said,
    )
    if not decided:
        standing = found_record(slug)
        sheet.main.pick_seen.data = actions.seen_of(standing)
        sheet.main.body.errors = [meanwhile()]
        return show(standing, sheet), 409
    return see_other(url_for(".selection", slug=slug))


def show(record: Record, sheet: DecisionSheet) -> str:
    title, spoken = record.text(language())
    return render(
        "pilots/selection_decision.html",
        record=record,
        title=title.title,
        spoken=spoken,
        sheet=sheet,
    )
