"""One sort of what can have changed in public, and how its rows are read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from peewee import Expression


@dataclass(frozen=True)
class Sort:
    """One sort of change: the rows that are public, their id and when (a moment or a
    day), the kind and id of the thing that changed. `themes` tells which are of a
    theme, by its id."""

    name: str
    kind: str
    rows: Callable[[], Any]
    row: Any
    item: Any
    at: Any
    code: Any = None
    note: Any = None
    language: Any = None
    themes: Callable[[int], Expression] | None = None


def tagged(item: Any, term: Any, owner: Any) -> Callable[[int], Expression]:
    """Those of which rows with this `term` column say that they bear a term."""

    def condition(wanted: int) -> Expression:
        found: Expression = item.in_(term.model.select(owner).where(term == wanted))
        return found

    return condition
