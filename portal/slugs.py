"""What things are called in their addresses."""

from collections.abc import Set as AbstractSet
from typing import Any

from portal.db import tuples


def free_slug(column: Any, wanted: str, reserved: AbstractSet[str]) -> str:
    """`wanted`, or with the first free number behind it."""
    alike = (column == wanted) | column.startswith(f"{wanted}-")
    rows = tuples(column.model.select(column).where(alike))
    taken = reserved | {slug for (slug,) in rows}
    number, slug = 1, wanted
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
