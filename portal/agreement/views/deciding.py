"""Deciding on one difference between a service and its card."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.agreement import actions
from portal.agreement.forms import DeviationForm
from portal.agreement.models import Field
from portal.agreement.queries import cards as queries
from portal.agreement.queries.cards import Page
from portal.agreement.queries.comparing import Compared, Item
from portal.agreement.views import bp
from portal.agreement.views.cards import found_card
from portal.directory.models import Service
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.web import render, request, see_other


@bp.get("/definition-cards/<slug>/deviations")
@access(Permission.DEFINITION_EDIT)
def card_deviation(slug: str) -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    page = queries.page(found_card(slug), language())
    service, item = found_item(
        page, request.args.get("service", ""), request.args.get("field", "")
    )
    return show(page, service, item, DeviationForm.of(item.decided))


@bp.post("/definition-cards/<slug>/deviations")
@access(Permission.DEFINITION_EDIT)
def decide_deviation(slug: str) -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    page = queries.page(found_card(slug), language())
    service, item = found_item(
        page, request.form.get("service", ""), request.form.get("field", "")
    )
    form = DeviationForm.read()
    if not form.validate():
        return show(page, service, item, form), 422
    row = Service.get(Service.slug == service.slug)
    actions.decide(page.card, row, item.field, form.ruling, by=current_user)
    back = url_for("agreement.definition_card", slug=slug)
    return see_other(f"{back}#{service.slug}")


def found_item(page: Page, slug: str, name: str) -> tuple[Compared, Item]:
    """The service and its difference, or 404."""
    field = Field(name) if name in list(Field) else abort(404)
    pairs = [
        (service, item)
        for service in page.services
        for item in service.differences
        if service.slug == slug and item.field is field
    ]
    return pairs[0] if pairs else abort(404)


def show(page: Page, service: Compared, item: Item, form: DeviationForm) -> str:
    return render(
        "agreement/deviation.html", page=page, service=service, item=item, form=form
    )
