"""Where each client has a responsible worker, and where it is still to come."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.agreement import actions
from portal.agreement.forms import RolloutForm
from portal.agreement.labels import ROLLOUT_STATES
from portal.agreement.models import RolloutState
from portal.agreement.queries import rollouts as queries
from portal.agreement.queries.rollouts import Table
from portal.agreement.views import bp
from portal.directory.models import CHANGES
from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, Permission, access, demand
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render, request, see_other


@bp.get("/rollouts")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def rollouts() -> ResponseReturnValue:
    table = queries.table(language())
    return show(table, form_for(table))


@bp.get("/rollouts.csv")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def rollouts_sheet() -> ResponseReturnValue:
    table = queries.table(language())
    headings = (
        _("Municipality"),
        _("Type of service"),
        _("How far has it come?"),
        _("Since when"),
        _("Note"),
    )
    rows = [
        (
            area.labels[language()],
            text.name,
            ROLLOUT_STATES[cell.state] if cell.state else _("Not known"),
            cell.since,
            cell.note,
        )
        for area in table.areas
        for card, text in table.cards
        for cell in [table.cells[card.id, area.code]]
    ]
    return csv_file("rollouts", headings, rows)


@bp.post("/rollouts")
@access(Permission.ROLLOUT_EDIT)
def set_rollout() -> ResponseReturnValue:
    demand(Permission.ROLLOUT_EDIT)
    table = queries.table(language())
    form = offered(RolloutForm.read(), table)
    if not form.validate():
        return show(table, form), 422
    actions.set_rollout(
        next(card for card, _text in table.cards if card.slug == form.card.data),
        next(area for area in table.areas if area.code == form.area.data),
        RolloutState(form.state.data) if form.state.data else None,
        form.since.data,
        form.notes,
    )
    return see_other(url_for("agreement.rollouts"))


def offered(form: RolloutForm, table: Table) -> RolloutForm:
    return form.offer(
        {card.slug: text.name for card, text in table.cards},
        {area.code: area.labels[language()] for area in table.areas},
    )


def form_for(table: Table) -> RolloutForm:
    """The form filled with what is known of the place the address names."""
    slug, code = request.args.get("card", ""), request.args.get("area", "")
    for card, _text in table.cards:
        for area in table.areas:
            if (card.slug, area.code) == (slug, code):
                cell = table.cells[card.id, code]
                notes = queries.notes_of(card, area)
                return offered(RolloutForm.of(slug, code, cell, notes), table)
    return offered(RolloutForm(), table)


def show(table: Table, form: RolloutForm) -> str:
    return render("agreement/rollouts.html", table=table, form=form)
