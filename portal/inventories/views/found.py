"""Finding an inventory for a page."""

from flask import abort

from portal.i18n import language
from portal.inventories.grids import Grid
from portal.inventories.queries import inventories as queries
from portal.inventories.queries.inventories import Found
from portal.inventories.shown import Reading
from portal.permissions import Permission, can

LONGEST_NUMBER = 9


def found_inventory(slug: str) -> Found:
    """The inventory, or 404: a draft is there for those who run it."""
    found = queries.inventory(slug) or abort(404)
    if found.is_draft and not can(Permission.INVENTORY_RUN, found):
        abort(404)
    return found


def number(written: str | None) -> int:
    """A number that a form or an address holds; 0 for anything else."""
    text = written or ""
    fits = text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER
    return int(text) if fits else 0


def reading(grid: Grid, found: Found) -> Reading:
    """The grid as the one who asks may read it."""
    return Reading(grid, language(), can(Permission.INVENTORY_RUN, found))
