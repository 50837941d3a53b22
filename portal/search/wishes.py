"""A wish as the address of a list asks for it, and the ways on from there."""

from collections.abc import Container, Mapping
from operator import itemgetter
from typing import Any
from urllib.parse import urlencode

from flask import url_for

from portal.search.facets import Facet, Wish
from portal.search.queries import LONGEST_QUESTION
from portal.text import tidy
from portal.web import request

WayOut = tuple[str, int, str]
"""What is left out, how many things there are without it, and their address."""


def question_asked() -> tuple[str, bool]:
    """The words of the question, and whether they were too many to use."""
    question = in_a_line(request.args.get("q"))
    return question[:LONGEST_QUESTION], len(question) > LONGEST_QUESTION


def words_of(written: str | None) -> str:
    """As much of what was written as a question may have."""
    return in_a_line(written)[:LONGEST_QUESTION]


def in_a_line(written: str | None) -> str:
    return " ".join(tidy(written).split())


def chosen(known: Mapping[Facet, Container[str]]) -> dict[Facet, tuple[str, ...]]:
    """The values that the address chooses in each facet, without unknown ones."""
    found = {
        facet: tuple(
            code
            for code in dict.fromkeys(request.args.getlist(facet.value))
            if code in codes
        )
        for facet, codes in known.items()
    }
    return {facet: codes for facet, codes in found.items() if codes}


def address(endpoint: str, query: Mapping[str, Any]) -> str:
    """The address of a list with this query, which may ask for a language too: that
    is not the language of the page."""
    return f"{url_for(endpoint)}?{urlencode(query, doseq=True)}".rstrip("?")


def query_of(wish: Wish[Facet]) -> dict[str, Any]:
    """The query of the address that asks for this wish."""
    query: dict[str, Any] = {
        str(facet): list(codes) for facet, codes in wish.chosen.items()
    }
    return query | ({"q": [wish.question]} if wish.question else {})


def nearest(each: list[WayOut], every: WayOut) -> WayOut | None:
    """Of the ways out, the one that finds most, or else all of them together."""
    best = max(each, key=itemgetter(1), default=every)
    best = best if best[1] else every
    return best if best[1] and each else None
