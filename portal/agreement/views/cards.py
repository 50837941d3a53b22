"""Definition cards, and the local services beside them."""

from flask import abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.agreement.labels import FIELDS, VERDICTS, value_words
from portal.agreement.models import KIND, CardState, DefinitionCard
from portal.agreement.queries import cards as queries
from portal.agreement.views import bp
from portal.directory.models import CHANGES
from portal.freshness import kept
from portal.i18n import language
from portal.links.actions import CHANGES as LINKS
from portal.permissions import PUBLIC, Permission, access, can
from portal.search.actions import TITLES
from portal.search.queries import related
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render


def found_card(slug: str) -> DefinitionCard:
    """The card, if the visitor may see it."""
    found = queries.card(slug) or abort(404)
    if found.state is not CardState.PUBLISHED and not can(Permission.DEFINITION_EDIT):
        abort(404)
    return found


def found_listing() -> queries.Listing:
    return queries.listing(language(), drafts=can(Permission.DEFINITION_EDIT))


@bp.get("/definition-cards")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def definition_cards() -> ResponseReturnValue:
    return render("agreement/cards.html", listing=found_listing())


@bp.get("/definition-cards.csv")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def definition_cards_sheet() -> ResponseReturnValue:
    headings = (
        _("Type of service"),
        _("Services"),
        _("Compared facts"),
        _("As agreed or accepted"),
        _("Uniformity, per cent"),
    )
    rows = [
        (
            row.text.name,
            row.services,
            row.figure.n,
            row.figure.part,
            row.figure.percent,
        )
        for row in found_listing().rows
    ]
    return csv_file("definition-cards", headings, rows)


@bp.get("/definition-cards/<slug>")
@access(PUBLIC)
@kept(CHANGES, WORDS, LINKS, TITLES)
def definition_card(slug: str) -> ResponseReturnValue:
    page = queries.page(found_card(slug), language())
    around = related(KIND, page.card.id, ("thread",), language())
    return render("agreement/card.html", page=page, around=around)


@bp.get("/definition-cards/<slug>.csv")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def definition_card_sheet(slug: str) -> ResponseReturnValue:
    page = queries.page(found_card(slug), language())
    headings = (_("Service"), _("Fact"), _("Agreed"), _("Here"), _("How it stands"))
    rows = [
        (
            service.name,
            FIELDS[item.field],
            value_words(item.field, item.expected),
            value_words(item.field, item.actual),
            VERDICTS[item.verdict],
        )
        for service in page.services
        for item in service.items
    ]
    return csv_file(page.card.slug, headings, rows)
