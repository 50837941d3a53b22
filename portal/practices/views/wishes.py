"""What an address of the library asks for, and the addresses of the ways on."""

from dataclasses import replace
from itertools import islice

from portal.i18n import language
from portal.practices.queries import finding
from portal.practices.queries.finding import Wish, labels
from portal.practices.queries.shelf import Facet, shelf
from portal.search.queries import Ranking
from portal.search.wishes import (
    WayOut,
    address,
    chosen,
    nearest,
    query_of,
    question_asked,
)
from portal.text import tidy
from portal.web import request

MOST_TICKED = 40
"""More than anybody ticks."""
NEWEST = "newest"


def read_wish() -> tuple[Wish, bool]:
    """What the address asks for, and whether its words were too many to use. Unknown
    values are left out."""
    question, too_long = question_asked()
    used = chosen(shelf().tagged)
    newest = request.args.get("sort") == NEWEST
    return Wish(question, used, newest, picked()), too_long


def picked() -> tuple[str, ...]:
    """The addresses of practices to be compared, each once."""
    asked = dict.fromkeys(map(tidy, request.args.getlist("practice")))
    return tuple(islice(filter(None, asked), MOST_TICKED))


def address_of(wish: Wish) -> str:
    query = query_of(wish)
    if wish.newest:
        query["sort"] = NEWEST
    if wish.picked:
        query["practice"] = list(wish.picked)
    return address("practices.practices", query)


def chosen_links(wish: Wish) -> list[tuple[str, str]]:
    """What is chosen, each with the address that leaves it out."""
    return [
        (label(facet, code), address_of(wish.leaving_out(facet, code)))
        for facet, codes in wish.chosen.items()
        for code in codes
    ]


def label(facet: Facet, code: str) -> str:
    return labels(facet, language())[code]


def meant(wish: Wish, ranking: Ranking) -> tuple[str, str] | None:
    """The question as it may have been meant, and the address that asks it."""
    if not ranking.meant:
        return None
    return ranking.meant, address_of(replace(wish, question=ranking.meant))


def way_on(wish: Wish, ranking: Ranking) -> WayOut | None:
    """Of the facets used, the one whose leaving out finds most, or else all of
    them together."""
    left_out = [*([facet] for facet in wish.chosen), list(wish.chosen)]
    rests = [wish.without(*facets) for facets in left_out]
    *each, every = [
        (", ".join(names(wish, facets)), count, address_of(rest))
        for facets, rest, count in zip(
            left_out, rests, finding.counts(ranking, rests), strict=True
        )
    ]
    return nearest(each, every)


def names(wish: Wish, facets: list[Facet]) -> list[str]:
    return [label(facet, code) for facet in facets for code in wish.of(facet)]
