"""What is new in the library, what has changed, and what is used most."""

from dataclasses import dataclass

from portal.practices.models import Stage
from portal.practices.queries.listing import Row, in_order, rows_of
from portal.practices.queries.shelf import Facet, Order, Shelf, shelf


@dataclass(frozen=True)
class News:
    """`changed` are others as they were published or changed, the last first."""

    most_used: list[Row]
    changed: list[Row]


def recent(language: str, most: int, theme: str = "") -> list[Row]:
    """Practices as they were published or changed, the last first; of a theme, or of
    all."""
    kept = shelf()
    ids = first(kept, kept.changed, most, theme)
    return in_order(ids, rows_of(ids, language))


def news(language: str, most: int) -> News:
    """So many of each. One statement."""
    kept = shelf()
    used = first(kept, kept.most_used, most)
    changed = [key for key in first(kept, kept.changed, 2 * most) if key not in used]
    rows = rows_of([*used, *changed[:most]], language)
    return News(in_order(used, rows), in_order(changed[:most], rows))


def of_theme(language: str, most: int, theme: str) -> list[Row]:
    """Practices of a theme that are still followed: what was published or changed
    last, then those most used. One statement."""
    kept = shelf()
    followed = kept.tagged[Facet.THEME][theme]
    followed &= ~kept.tagged[Facet.STAGE][Stage.RETIRED]
    orders = (kept.changed, kept.most_used)
    positions = dict.fromkeys(
        at for order in orders for at in order[followed[order]][:most].tolist()
    )
    ids = kept.ids[list(positions)[:most]].tolist() if positions else []
    return in_order(ids, rows_of(ids, language))


def first(kept: Shelf, order: Order, most: int, theme: str = "") -> list[int]:
    if theme:
        order = order[kept.tagged[Facet.THEME][theme][order]]
    found: list[int] = kept.ids[order[:most]].tolist()
    return found
