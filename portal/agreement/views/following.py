"""Choosing the services that follow a definition card."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.agreement import actions
from portal.agreement.forms import ServiceForm
from portal.agreement.forms.cards import LONGEST_NAME
from portal.agreement.queries import cards as queries
from portal.agreement.queries.following import MOST_FOUND, candidates, service_at
from portal.agreement.views import bp
from portal.agreement.views.cards import found_card
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.text import tidy
from portal.web import render, request, see_other


@bp.get("/definition-cards/<slug>/services")
@access(Permission.DEFINITION_EDIT)
def card_services(slug: str) -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    page = queries.page(found_card(slug), language())
    question = " ".join(tidy(request.args.get("q")).split())[:LONGEST_NAME]
    found = candidates(question, language()) if question else []
    return render(
        "agreement/services.html",
        page=page,
        question=question,
        found=found,
        most=MOST_FOUND,
    )


@bp.post("/definition-cards/<slug>/services")
@access(Permission.DEFINITION_EDIT)
def set_card_service(slug: str) -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    card = found_card(slug)
    form = ServiceForm.read()
    if not form.validate():
        abort(422)
    service = service_at(form.service.data) or abort(404)
    actions.set_service(card, service, wanted=form.wanted.data == "1")
    question = tidy(request.form.get("q")) or None
    return see_other(url_for("agreement.card_services", slug=slug, q=question))
