"""What things are called in their addresses."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from typing import Any

from portal.db import tuples


def free_slug(column: Any, wanted: str, reserved: AbstractSet[str]) -> str:
    """`wanted`, or with the first free number behind it."""
    alike = (column == wanted) | column.startswith(f"{wanted}-")
    rows = tuples(column.model.select(column).where(alike))
    return numbered(wanted, reserved | {slug for (slug,) in rows})


def numbered(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or with the first number behind it that is not taken."""
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
