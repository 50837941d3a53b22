"""The library as a list, with its facets and its search."""

from dataclasses import replace

from flask import make_response
from flask.typing import ResponseReturnValue

from portal.freshness import kept
from portal.i18n import language
from portal.paging import page_of
from portal.permissions import PUBLIC, access
from portal.practices.models import CHANGES, KIND
from portal.practices.queries import finding, listing
from portal.practices.views import bp
from portal.practices.views.wishes import (
    address_of,
    chosen_links,
    meant,
    read_wish,
    way_on,
)
from portal.screening.crisis import dangers
from portal.search.concepts import CHANGES as PHRASES
from portal.search.lexicon import changes_of
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render

PAGE_SIZE = 20


@bp.get("/practices")
@access(PUBLIC)
@kept(CHANGES, WORDS, PHRASES, changes_of(KIND))
def practices() -> ResponseReturnValue:
    wish, too_long = read_wish()
    found = finding.find(wish, language())
    shown = page_of(found.ids.tolist(), PAGE_SIZE)
    rows = listing.rows_of(shown.items, language(), wish.picked)
    here = listing.in_order(shown.items, rows)
    danger = dangers(wish.question)
    page = render(
        "practices/practices.html",
        fragment="results",
        wish=wish,
        too_long=too_long,
        found=found,
        count=int(found.ids.size),
        rows=here,
        elsewhere=[row for row in rows.values() if row not in here],
        number=shown.number,
        pages=shown.pages,
        chosen=chosen_links(wish),
        nearest=way_on(wish, found.ranking) if not here else None,
        meant=meant(wish, found.ranking),
        address=address_of,
        best_first=address_of(replace(wish, newest=False)),
        newest_first=address_of(replace(wish, newest=True)),
        dangers=danger,
    )
    response = make_response(page)
    if danger:
        response.headers["Cache-Control"] = "no-store"
    return response
