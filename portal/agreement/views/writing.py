"""The parts of a definition card as pages on which they are written."""

from functools import partial
from typing import Any

from flask import abort, url_for
from flask_babel import gettext as _

from portal.agreement import actions
from portal.agreement.forms import FactsForm, TextForm
from portal.agreement.models import DefinitionCard
from portal.agreement.queries import cards as queries
from portal.agreement.queries import written
from portal.i18n import LANGUAGES, language
from portal.upkeep.forms.snapshots import ReadForm
from portal.upkeep.views.both import Edited
from portal.web import render
from portal.workshops.views.running import teams


def text_of(card: DefinitionCard, code: str) -> Edited:
    spoken = code if code in LANGUAGES else abort(404)
    return Edited(
        partial(written.text, card, spoken),
        TextForm,
        partial(text_page, card, spoken),
        partial(choose, card, _("Text of the card")),
        lambda values, base: actions.save_text(card, spoken, values, base=base),
        address=url_for(
            "agreement.set_card_text", slug=card.slug, text_language=spoken
        ),
        onward=url_for("agreement.definition_card", slug=card.slug),
        spoken=spoken,
    )


def facts_of(card: DefinitionCard) -> Edited:
    return Edited(
        partial(written.facts, card),
        lambda sent: FactsForm(sent).offer(teams(), language()),
        lambda form: render(
            "agreement/facts.html", page=queries.page(card, language()), form=form
        ),
        partial(choose, card, _("What is agreed")),
        lambda values, base: actions.save_facts(card, values, base=base),
        address=url_for("agreement.set_card_facts", slug=card.slug),
        onward=url_for("agreement.definition_card", slug=card.slug),
    )


def text_page(card: DefinitionCard | None, code: str, form: ReadForm) -> str:
    texts = queries.texts_of(card.id)[card.id] if card else {}
    other = next((text for spoken, text in texts.items() if spoken != code), None)
    return render("agreement/text.html", card=card, code=code, form=form, other=other)


def choose(card: DefinitionCard, title: str, **asked: Any) -> str:
    page = queries.page(card, language())
    return render("agreement/merge.html", page=page, title=title, **asked)
