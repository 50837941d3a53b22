"""How a part of a definition card is shown, saved, and joined with another's."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from flask import abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from portal.agreement import actions
from portal.agreement.forms import FactsForm, TextForm
from portal.agreement.labels import told
from portal.agreement.models import DefinitionCard
from portal.agreement.queries import cards as queries
from portal.agreement.queries import written
from portal.i18n import LANGUAGES, language
from portal.upkeep.forms.parts import resolved
from portal.upkeep.forms.snapshots import ReadForm
from portal.upkeep.merging import Meeting
from portal.upkeep.snapshots import Snapshot
from portal.upkeep.views.meeting import chosen, reads, unseen, with_boxes
from portal.upkeep.views.part import Pairs
from portal.web import render, request, see_other
from portal.workshops.views.running import teams


@dataclass(frozen=True)
class Writing:
    """A part of a card as a page: what is written now, the form for it, how the page
    looks with a form, and how it is saved. `spoken` is the language of its words."""

    card: DefinitionCard
    title: str
    address: str
    written: Snapshot
    form: Callable[[Pairs], ReadForm]
    page: Callable[[ReadForm], str]
    save: Callable[[Snapshot, Snapshot | None], None]
    spoken: str = ""

    def filled(self) -> ReadForm:
        return self.form([]).read_from(self.written)


def text_of(card: DefinitionCard, code: str) -> Writing:
    spoken = code if code in LANGUAGES else abort(404)
    return Writing(
        card,
        _("Text of the card"),
        url_for("agreement.set_card_text", slug=card.slug, text_language=spoken),
        written.text(card, spoken),
        lambda pairs: TextForm(MultiDict(pairs)),
        lambda form: text_page(card, spoken, form),
        lambda values, base: actions.save_text(card, spoken, values, base=base),
        spoken,
    )


def facts_of(card: DefinitionCard) -> Writing:
    return Writing(
        card,
        _("What is agreed"),
        url_for("agreement.set_card_facts", slug=card.slug),
        written.facts(card),
        lambda pairs: FactsForm(MultiDict(pairs)).offer(teams(), language()),
        lambda form: render(
            "agreement/facts.html", page=queries.page(card, language()), form=form
        ),
        lambda values, base: actions.save_facts(card, values, base=base),
    )


def text_page(card: DefinitionCard | None, code: str, form: ReadForm) -> str:
    texts = queries.texts_of(card.id)[card.id] if card else {}
    other = next((text for spoken, text in texts.items() if spoken != code), None)
    return render("agreement/text.html", card=card, code=code, form=form, other=other)


def save(part: Writing) -> ResponseReturnValue:
    pairs, left_open = resolved(request.form.items(multi=True))
    if left_open:
        base = request.form.get("pick_base", "")
        rest = [pair for pair in pairs if pair[0] != "pick_read"]
        pairs = [*rest, ("pick_read", base)]
    form = part.form(pairs)
    if not form.validate():
        return part.page(form), 422
    try:
        part.save(form.values, form.base)
    except Meeting as met:
        return ask(part, form, pairs, met, left_open), 409
    return see_other(url_for("agreement.definition_card", slug=part.card.slug))


def ask(
    part: Writing, form: ReadForm, pairs: Pairs, met: Meeting, left_open: list[str]
) -> str:
    """The page on which one chooses between one's own words and another's."""
    fields = {found.name: found for found in met.merged.conflicts}
    asked = {
        name: reads(
            found,
            str(form[name].label.text),
            part.spoken,
            partial(told, form[name]),
        )
        for name, found in fields.items()
    }
    kept = [
        ("pick_read", json.dumps(met.theirs)),
        ("pick_base", str(form.pick_read.data or "")),
    ]
    return render(
        "agreement/merge.html",
        part=part,
        page=queries.page(part.card, language()),
        form=part.form(with_boxes(pairs, asked)) if left_open else form,
        action=part.address,
        asked=asked,
        left_open=left_open,
        chosen=chosen(asked),
        carried=kept + unseen(form, pairs, met.merged.snapshot, fields),
    )
