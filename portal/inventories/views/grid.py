"""The grid, one question of it, one municipality of it, and all of it on paper."""

from itertools import pairwise

from flask import abort
from flask.typing import ResponseReturnValue

from portal.db import now
from portal.freshness import kept
from portal.i18n import language
from portal.inventories.grids import Area
from portal.inventories.models import CHANGES
from portal.inventories.queries import grid as queries
from portal.inventories.shown import Reading, Row, Told
from portal.inventories.views import bp
from portal.inventories.views.found import found_inventory, reading
from portal.paging import pages_of
from portal.permissions import Permission, access, can, demand
from portal.practices.models import KIND as PRACTICE
from portal.search.actions import TITLES
from portal.search.queries import matching
from portal.search.wishes import words_of
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render, request

COLUMNS = {"a4": 8, "a3": 13}
MOST_FOUND = 8


@bp.get("/inventories/<slug>")
@access(Permission.INVENTORY_READ)
@kept(CHANGES, WORDS, TITLES)
def inventory(slug: str) -> ResponseReturnValue:
    found = found_inventory(slug)
    demand(Permission.INVENTORY_READ, found)
    whole = queries.whole(found)
    seen = reading(whole.now, found)
    turned = request.args.get("by") == "municipality"
    return render(
        "inventories/turned.html" if turned else "inventories/grid.html",
        found=found,
        text=found.text(language()),
        seen=seen,
        rows=seen.rows(),
        gone=whole.gone,
        practices=queries.practices(seen.grid, language()),
    )


@bp.get("/inventories/<slug>/paper")
@access(Permission.INVENTORY_READ)
@kept(CHANGES, WORDS, TITLES)
def paper(slug: str) -> ResponseReturnValue:
    """The grid in as many tables as sheets are wide, and what was written, if asked."""
    found = found_inventory(slug)
    demand(Permission.INVENTORY_READ, found)
    seen = reading(queries.grid(found), found)
    size = "a3" if request.args.get("size") == "a3" else "a4"
    return render(
        "inventories/paper.html",
        found=found,
        text=found.text(language()),
        seen=seen,
        size=size,
        parts=[
            (areas, seen.rows(areas)) for areas in parted(seen.areas, COLUMNS[size])
        ],
        written=written(seen) if "words" in request.args else [],
        at=now(),
    )


@bp.get("/inventories/<slug>/questions/<id:asked_id>")
@access(Permission.INVENTORY_READ)
@kept(CHANGES, WORDS, TITLES)
def question(slug: str, asked_id: int) -> ResponseReturnValue:
    """A question as it is put, or as it was put in earlier editions."""
    found = found_inventory(slug)
    demand(Permission.INVENTORY_READ, found)
    whole = queries.whole(found)
    grid, asked = whole.of(asked_id) or abort(404)
    seen = reading(grid, found)
    wanted = words_of(request.args.get("practice"))
    return render(
        "inventories/question.html",
        found=found,
        text=found.text(language()),
        seen=seen,
        row=seen.row(asked, [area.code for area in seen.areas]),
        now_asked=whole.now.question(asked.code),
        before=[one for one in whole.before if one.code == asked.code and one != asked],
        practices=queries.practices(seen.grid, language()),
        looked_for=wanted,
        matching=matching(PRACTICE, wanted, MOST_FOUND, language())
        if can(Permission.INVENTORY_RUN, found)
        else [],
    )


@bp.get("/inventories/<slug>/municipalities/<area>")
@access(Permission.INVENTORY_READ)
@kept(CHANGES, WORDS, TITLES)
def municipality(slug: str, area: str) -> ResponseReturnValue:
    found = found_inventory(slug)
    demand(Permission.INVENTORY_READ, found)
    seen = reading(queries.grid(found), found)
    one = seen.grid.area(area) or abort(404)
    return render(
        "inventories/municipality.html",
        found=found,
        text=found.text(language()),
        area=one,
        rows=seen.rows([one]),
    )


def parted(areas: list[Area], most: int) -> list[list[Area]]:
    """The areas in as few parts of at most so many as will do, about as wide each."""
    parts = pages_of(len(areas), most)
    ends = [len(areas) * number // parts for number in range(parts + 1)]
    return [areas[begin:end] for begin, end in pairwise(ends)]


def written(seen: Reading) -> list[tuple[int, Row, list[tuple[Area, Told]]]]:
    """What was written, by question; those of which nothing was are left out."""
    found = []
    for number, row in enumerate(seen.rows(), 1):
        pairs = zip(seen.areas, row.cells, strict=True)
        if said := [(area, told) for area, told in pairs if told.words or told.reason]:
            found.append((number, row, said))
    return found
