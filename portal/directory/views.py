"""The pages of the directory."""

from operator import itemgetter
from typing import Any

from flask import Blueprint, abort, make_response, url_for
from flask.typing import ResponseReturnValue

from portal.directory.queries import cards, finding, listing, places
from portal.directory.queries.finding import FACETS, PAGE_SIZE, Wish
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.search.queries import LONGEST_QUESTION
from portal.text import tidy
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary
from portal.web import render, request

bp = Blueprint("directory", __name__, url_prefix="/<language>")

LONGEST_NUMBER = 9


@bp.get("/services")
@access(PUBLIC)
def services() -> ResponseReturnValue:
    wish, too_long = read_wish()
    found = finding.find(wish, language())
    pages = max((len(found.groups) - 1) // PAGE_SIZE + 1, 1)
    number = min(page_number(), pages)
    start = (number - 1) * PAGE_SIZE
    return render(
        "directory/services.html",
        fragment="results",
        wish=wish,
        too_long=too_long,
        found=found,
        groups=listing.groups(found.groups[start : start + PAGE_SIZE], language()),
        number=number,
        pages=pages,
        chosen=chosen_links(wish),
        nearest=nearest(wish) if not found.groups else None,
    )


@bp.get("/services/<slug>")
@access(PUBLIC)
def service(slug: str) -> ResponseReturnValue:
    found = cards.service(slug) or abort(404)
    card = cards.card(found, language())
    response = make_response(render("directory/card.html", card=card))
    if found.sensitive:
        response.headers["Cache-Control"] = "no-store"
    return response


@bp.get("/places")
@access(PUBLIC)
def places_page() -> ResponseReturnValue:
    return render("directory/places.html", places=places.by_place(language()))


def read_wish() -> tuple[Wish, bool]:
    """What the address asks for, and whether its words were too many to use.
    Values that are not in the vocabulary are left out."""
    words = vocabulary()
    question = " ".join(tidy(request.args.get("q")).split())
    chosen = {
        facet: tuple(
            code
            for code in dict.fromkeys(request.args.getlist(facet.value))
            if code in words.of(facet)
        )
        for facet in FACETS
    }
    used = {facet: codes for facet, codes in chosen.items() if codes}
    return Wish(question[:LONGEST_QUESTION], used), len(question) > LONGEST_QUESTION


def page_number() -> int:
    written = request.args.get("page", "1")[:LONGEST_NUMBER]
    return max(int(written), 1) if written.isascii() and written.isdigit() else 1


def address_of(wish: Wish, **more: Any) -> str:
    """The address that asks for this wish."""
    query: dict[str, Any] = {
        facet.value: list(codes) for facet, codes in wish.chosen.items()
    }
    if wish.question:
        query["q"] = [wish.question]
    return url_for("directory.services", **query, **more)


def chosen_links(wish: Wish) -> list[tuple[str, str]]:
    """What is chosen, each with the address that leaves it out."""
    words = vocabulary()
    return [
        (
            words.label(facet, code, language()),
            address_of(leaving_out(wish, facet, code)),
        )
        for facet, codes in wish.chosen.items()
        for code in codes
    ]


def leaving_out(wish: Wish, facet: Scheme, code: str) -> Wish:
    rest = tuple(kept for kept in wish.of(facet) if kept != code)
    chosen = {**wish.chosen, facet: rest}
    return Wish(wish.question, {name: codes for name, codes in chosen.items() if codes})


def nearest(wish: Wish) -> tuple[str, int, str] | None:
    """Of the facets used, the one whose leaving out finds most, or else all of
    them together."""
    each = [way_out(wish, [facet]) for facet in wish.chosen]
    every = way_out(wish, list(wish.chosen))
    best = max(each, key=itemgetter(1), default=every)
    best = best if best[1] else every
    return best if best[1] and wish.chosen else None


def way_out(wish: Wish, facets: list[Scheme]) -> tuple[str, int, str]:
    """What is chosen in these facets, how many services there are without it, and
    the address that shows them."""
    words = vocabulary()
    rest = wish
    for facet in facets:
        rest = rest.without(facet)
    labels = [
        words.label(facet, code, language())
        for facet in facets
        for code in wish.of(facet)
    ]
    found = finding.find(rest, language())
    return ", ".join(labels), found.services, address_of(rest)
