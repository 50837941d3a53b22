"""Writing definition cards: their texts and what is agreed."""

from flask import url_for
from flask.typing import ResponseReturnValue

from portal.agreement import actions
from portal.agreement.forms import TextForm
from portal.agreement.views import bp
from portal.agreement.views.cards import found_card
from portal.agreement.views.writing import facts_of, text_of, text_page
from portal.i18n import language
from portal.permissions import Permission, access, demand
from portal.web import see_other


@bp.get("/definition-cards/new")
@access(Permission.DEFINITION_EDIT)
def new_card() -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    return text_page(None, language(), TextForm())


@bp.post("/definition-cards")
@access(Permission.DEFINITION_EDIT)
def create_card() -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    form = TextForm.read()
    if not form.validate():
        return text_page(None, language(), form), 422
    card = actions.create({language(): actions.Text(**form.values)}, actions.Facts())
    return see_other(url_for("agreement.definition_card", slug=card.slug))


@bp.get("/definition-cards/<slug>/text/<text_language>")
@access(Permission.DEFINITION_EDIT)
def card_text(slug: str, text_language: str) -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    return text_of(found_card(slug), text_language).opened()


@bp.post("/definition-cards/<slug>/text/<text_language>")
@access(Permission.DEFINITION_EDIT)
def set_card_text(slug: str, text_language: str) -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    return text_of(found_card(slug), text_language).changed()


@bp.get("/definition-cards/<slug>/facts")
@access(Permission.DEFINITION_EDIT)
def card_facts(slug: str) -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    return facts_of(found_card(slug)).opened()


@bp.post("/definition-cards/<slug>/facts")
@access(Permission.DEFINITION_EDIT)
def set_card_facts(slug: str) -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    return facts_of(found_card(slug)).changed()
