"""Writing definition cards: their texts and what is agreed."""

from flask import abort, url_for
from flask.typing import ResponseReturnValue

from portal.agreement import actions
from portal.agreement.forms import FactsForm, TextForm
from portal.agreement.models import DefinitionCard
from portal.agreement.queries import cards as queries
from portal.agreement.views import bp
from portal.agreement.views.cards import found_card
from portal.i18n import LANGUAGES, language
from portal.permissions import Permission, access, demand
from portal.web import render, see_other
from portal.workshops.views.running import teams


@bp.get("/definition-cards/new")
@access(Permission.DEFINITION_EDIT)
def new_card() -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    return show_text(None, language(), TextForm())


@bp.post("/definition-cards")
@access(Permission.DEFINITION_EDIT)
def create_card() -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    form = TextForm.read()
    if not form.validate():
        return show_text(None, language(), form), 422
    card = actions.create({language(): form.text}, actions.Facts())
    return see_other(url_for("agreement.definition_card", slug=card.slug))


@bp.get("/definition-cards/<slug>/text/<text_language>")
@access(Permission.DEFINITION_EDIT)
def card_text(slug: str, text_language: str) -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    card = found_card(slug)
    text = queries.texts_of(card.id)[card.id].get(known(text_language))
    return show_text(card, text_language, TextForm.of(text))


@bp.post("/definition-cards/<slug>/text/<text_language>")
@access(Permission.DEFINITION_EDIT)
def set_card_text(slug: str, text_language: str) -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    card = found_card(slug)
    form = TextForm.read()
    if not form.validate():
        return show_text(card, known(text_language), form), 422
    actions.set_text(card, known(text_language), form.text)
    return see_other(url_for("agreement.definition_card", slug=slug))


@bp.get("/definition-cards/<slug>/facts")
@access(Permission.DEFINITION_EDIT)
def card_facts(slug: str) -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    card = found_card(slug)
    return show_facts(card, FactsForm.of(card).offer(teams(), language()))


@bp.post("/definition-cards/<slug>/facts")
@access(Permission.DEFINITION_EDIT)
def set_card_facts(slug: str) -> ResponseReturnValue:
    demand(Permission.DEFINITION_EDIT)
    card = found_card(slug)
    form = FactsForm.read().offer(teams(), language())
    if not form.validate():
        return show_facts(card, form), 422
    actions.set_facts(card, form.facts)
    return see_other(url_for("agreement.definition_card", slug=slug))


def known(code: str) -> str:
    return code if code in LANGUAGES else abort(404)


def show_text(card: DefinitionCard | None, code: str, form: TextForm) -> str:
    other = None
    if card is not None:
        texts = queries.texts_of(card.id)[card.id]
        other = next((text for c, text in texts.items() if c != code), None)
    return render(
        "agreement/text.html", card=card, code=known(code), form=form, other=other
    )


def show_facts(card: DefinitionCard, form: FactsForm) -> str:
    page = queries.page(card, language())
    return render("agreement/facts.html", page=page, form=form)
