"""How far each municipality has come in taking up what was selected."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.directory.queries.areas import municipalities
from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, can, demand
from portal.pilots.actions import take_ups as actions
from portal.pilots.forms.take_ups import TakeUpForm
from portal.pilots.models import CHANGES
from portal.pilots.queries.shelf import Shelved
from portal.pilots.queries.take_ups import Place, RollOut
from portal.pilots.queries.take_ups import roll_out as read
from portal.pilots.selection_labels import TAKE_UPS
from portal.pilots.views import bp
from portal.pilots.views.criteria import meanwhile
from portal.pilots.views.found import found_pilot
from portal.practices.models import CHANGES as PRACTICES
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import vocabulary
from portal.web import render, request, see_other


@bp.get("/pilots/<slug>/roll-out")
@access(PUBLIC)
@kept(CHANGES, PRACTICES, WORDS)
def roll_out(slug: str) -> ResponseReturnValue:
    pilot = found_pilot(slug)
    table = read(pilot)
    place = place_of(table, request.args.get("area", ""))
    return show(pilot, table, place, form_of(pilot, table, place))


@bp.get("/pilots/<slug>/roll-out.csv")
@access(PUBLIC)
@kept(CHANGES, PRACTICES, WORDS)
def roll_out_sheet(slug: str) -> ResponseReturnValue:
    table = read(found_pilot(slug))
    headings = (
        _("Municipality"),
        _("How far has it come?"),
        _("Version of the practice"),
        _("Newest version"),
        _("Since when"),
        _("Reason"),
    )
    rows = [
        (
            place.area.labels[language()],
            TAKE_UPS[place.state] if place.state else _("Not known"),
            place.edition or "",
            table.edition or "",
            place.since or "",
            place.reason(language())[0],
        )
        for place in table.places
    ]
    return csv_file(f"{slug}-roll-out", headings, rows)


@bp.post("/pilots/<slug>/roll-out/<area>")
@access(Permission.PILOT_EDIT)
def set_take_up(slug: str, area: str) -> ResponseReturnValue:
    pilot = found_pilot(slug)
    demand(Permission.PILOT_EDIT, pilot)
    word = municipalities(vocabulary()).get(area) or abort(404)
    table = read(pilot)
    place = place_of(table, area)
    form = form_of(pilot, table, place)
    if place is None or form is None:
        actions.demand_selected(pilot.id)
        abort(404)
    if not form.validate():
        return show(pilot, table, place, form), 422
    seen = form.pick_seen.data or ""
    if not actions.set_take_up(pilot.id, word, form.told, seen=seen):
        form.pick_seen.data = actions.seen_of(place_of(read(pilot), area))
        form.pick_state.errors = [meanwhile()]
        return show(pilot, read(pilot), place, form), 409
    return see_other(url_for(".roll_out", slug=slug, _anchor=f"area-{area}"))


def place_of(table: RollOut, code: str) -> Place | None:
    return next((one for one in table.places if one.area.code == code), None)


def form_of(pilot: Shelved, table: RollOut, place: Place | None) -> TakeUpForm | None:
    """The form of one municipality, for those who may fill it in."""
    may = can(Permission.PILOT_EDIT, pilot) and pilot.state in actions.TAKEN_UP
    if place is None or not may:
        return None
    return TakeUpForm.of(place).offer(table.edition)


def show(
    pilot: Shelved, table: RollOut, place: Place | None, form: TakeUpForm | None
) -> str:
    text = pilot.text(language())
    return render(
        "pilots/roll_out.html",
        pilot=pilot,
        text=text,
        table=table,
        place=place,
        form=form,
        may_be_taken_up=pilot.state in actions.TAKEN_UP,
    )
