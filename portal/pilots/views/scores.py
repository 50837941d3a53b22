"""Giving points, each with what it rests on."""

from dataclasses import replace

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.pilots.actions import scores as actions
from portal.pilots.forms.scores import ScoreSheet, sheet_of
from portal.pilots.records import Record
from portal.pilots.views import bp
from portal.pilots.views.criteria import meanwhile
from portal.pilots.views.selections import found_record
from portal.web import render, see_other


@bp.get("/selections/<slug>/scores")
@access(Permission.SELECTION_RUN)
def scores(slug: str) -> ResponseReturnValue:
    demand(Permission.SELECTION_RUN)
    record = found_record(slug)
    actions.demand_opened(record)
    return show(record, sheet_of(record, posted=False))


@bp.post("/selections/<slug>/scores")
@access(Permission.SELECTION_RUN)
def save_scores(slug: str) -> ResponseReturnValue:
    """What can be saved is; the rest comes back as it was written."""
    demand(Permission.SELECTION_RUN)
    record = found_record(slug)
    actions.demand_opened(record)
    sheet = sheet_of(record, posted=True)
    if not sheet.validate():
        return show(record, sheet), 422
    points = [cell.point for cell in sheet.changed if cell.point]
    met = actions.save(record, points, by=current_user, note=sheet.note.said)
    if met:
        return show(found_record(slug), settled(sheet, slug, met)), 409
    return see_other(url_for(".selection", slug=slug, _anchor="scores"))


def settled(sheet: ScoreSheet, slug: str, met: list[tuple[int, int]]) -> ScoreSheet:
    """After saving: what somebody else gave stands beside what did not go in."""
    there = found_record(slug).scores
    cells = {}
    for place, cell in sheet.cells.items():
        cell.form.pick_seen.data = actions.seen_score(there.get(place))
        theirs = there.get(place) if place in met else None
        if theirs:
            cell.form.source.errors = [meanwhile()]
        cells[place] = replace(cell, theirs=theirs)
    return replace(sheet, cells=cells)


def show(record: Record, sheet: ScoreSheet) -> str:
    title, spoken = record.text(language())
    return render(
        "pilots/selection_scores.html",
        record=record,
        title=title.title,
        spoken=spoken,
        sheet=sheet,
    )
