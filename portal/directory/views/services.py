"""Finding services: the list, its facets and its search."""

from dataclasses import replace

from flask import make_response
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from portal.directory.actions import unmet
from portal.directory.models import CHANGES, KIND, UnmetSource
from portal.directory.queries import finding, listing
from portal.directory.queries.finding import PAGE_SIZE, Wish
from portal.directory.queries.shelf import FACETS
from portal.directory.views import bp
from portal.freshness import kept
from portal.i18n import language
from portal.paging import page_of
from portal.permissions import PUBLIC, access
from portal.screening.crisis import dangers
from portal.search.concepts import CHANGES as PHRASES
from portal.search.lexicon import changes_of
from portal.search.queries import LONGEST_QUESTION, Ranking
from portal.search.wishes import (
    WayOut,
    address,
    chosen,
    nearest,
    query_of,
    question_asked,
)
from portal.text import tidy
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import vocabulary
from portal.web import render, request

SHORTEST_BEGINNING = 3
NOW = "now"


@bp.get("/services")
@access(PUBLIC)
@kept(CHANGES, WORDS, PHRASES, changes_of(KIND))
def services() -> ResponseReturnValue:
    wish, too_long = read_wish()
    found = finding.find(wish, language())
    if wish.question and not found.ranking:
        unmet.record(wish.question, language(), UnmetSource.NOTHING_FOUND)
    shown = page_of(found.groups, PAGE_SIZE)
    danger = dangers(wish.question)
    page = render(
        "directory/services.html",
        fragment="results",
        wish=wish,
        too_long=too_long,
        found=found,
        groups=listing.groups(shown.items, language()),
        number=shown.number,
        pages=shown.pages,
        chosen=chosen_links(wish),
        nearest=way_on(wish) if not found.groups else None,
        opening=opening(wish),
        meant=meant(wish, found.ranking),
        dangers=danger,
    )
    response = make_response(page)
    if danger or (wish.question and not found.services):
        response.headers["Cache-Control"] = "no-store"
    return response


@bp.get("/services/suggestions")
@access(PUBLIC)
def suggestions() -> ResponseReturnValue:
    """What somebody may be about to ask for, as options of the search field."""
    beginning = " ".join(tidy(request.args.get("q")).split())
    found = []
    if SHORTEST_BEGINNING <= len(beginning) <= LONGEST_QUESTION:
        found = finding.suggestions(beginning, language())
    return render("directory/suggestions.html", suggestions=found)


def read_wish() -> tuple[Wish, bool]:
    """What the address asks for, and whether its words were too many to use.
    Values that are not in the vocabulary are left out."""
    words = vocabulary()
    question, too_long = question_asked()
    used = chosen({facet: words.of(facet) for facet in FACETS})
    return Wish(question, used, request.args.get("open") == NOW), too_long


def address_of(wish: Wish) -> str:
    """The address that asks for this wish."""
    query = query_of(wish)
    if wish.open_now:
        query["open"] = NOW
    return address("directory.services", query)


def chosen_links(wish: Wish) -> list[tuple[str, str]]:
    """What is chosen, each with the address that leaves it out."""
    words = vocabulary()
    links = [
        (
            words.label(facet, code, language()),
            address_of(wish.leaving_out(facet, code)),
        )
        for facet, codes in wish.chosen.items()
        for code in codes
    ]
    if wish.open_now:
        links.append((gettext("Open now"), address_of(replace(wish, open_now=False))))
    return links


def opening(wish: Wish) -> str:
    """The address that asks for the same, open now."""
    return address_of(replace(wish, open_now=True))


def meant(wish: Wish, ranking: Ranking) -> tuple[str, str] | None:
    """The question as it may have been meant, and the address that asks it."""
    if not ranking.meant:
        return None
    return ranking.meant, address_of(replace(wish, question=ranking.meant))


def way_on(wish: Wish) -> WayOut | None:
    """Of the facets used, the one whose leaving out finds most, or else all of
    them together."""
    each = [way_out(wish, [facet]) for facet in wish.chosen]
    if wish.open_now:
        each.append(way_out(wish, [], anytime=True))
    return nearest(each, way_out(wish, list(wish.chosen), anytime=True))


def way_out(wish: Wish, facets: list[Scheme], *, anytime: bool = False) -> WayOut:
    """Without what is chosen in these facets and, if `anytime`, without being open
    now."""
    words = vocabulary()
    rest = wish.without(*facets)
    labels = [
        words.label(facet, code, language())
        for facet in facets
        for code in wish.of(facet)
    ]
    if anytime and wish.open_now:
        rest = replace(rest, open_now=False)
        labels.append(gettext("Open now"))
    found = finding.find(rest, language())
    return ", ".join(labels), found.services, address_of(rest)
