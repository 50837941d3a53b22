"""Inventories and what they are called."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from peewee import JOIN, fn

from portal.db import tuples
from portal.directory.queries.names import in_language
from portal.inventories.models import (
    Inventory,
    InventoryState,
    InventoryText,
    Respondent,
)


@dataclass(frozen=True)
class Found:
    """An inventory with its texts; what the policy asks about it."""

    row: Inventory
    texts: dict[str, InventoryText]

    @property
    def id(self) -> int:
        return int(self.row.id)

    @property
    def slug(self) -> str:
        return str(self.row.slug)

    @property
    def public(self) -> bool:
        return bool(self.row.public)

    @property
    def is_draft(self) -> bool:
        return self.row.state is InventoryState.DRAFT

    @property
    def is_asking(self) -> bool:
        return self.row.state is InventoryState.ASKING

    def text(self, language: str) -> InventoryText:
        return in_language(self.texts, language)[0]


@dataclass(frozen=True)
class Listed:
    found: Found
    asked: int
    done: int


def inventory(slug: str) -> Found | None:
    """One statement."""
    return _first(Inventory.slug == slug)


def inventory_by_id(inventory_id: int) -> Found | None:
    return _first(Inventory.id == inventory_id)


def by_ids(ids: Sequence[int]) -> dict[int, Found]:
    return {one.id: one for one in _found(Inventory.id.in_(ids))}


def listing() -> list[Listed]:
    """Every inventory, the newest first, with how many are asked and have answered.
    Two statements."""
    counts = {
        key: (asked, done or 0)
        for key, asked, done in tuples(
            Respondent.select(
                Respondent.inventory,
                fn.COUNT(Respondent.id),
                fn.COUNT(Respondent.done_at),
            ).group_by(Respondent.inventory)
        )
    }
    return [Listed(one, *counts.get(one.id, (0, 0))) for one in _found(None)]


def _first(where: object) -> Found | None:
    return next(iter(_found(where)), None)


def _found(where: object) -> list[Found]:
    query = (
        Inventory.select(Inventory, InventoryText)
        .join(InventoryText, JOIN.LEFT_OUTER, attr="text")
        .order_by(Inventory.made_at.desc(), Inventory.id.desc())
    )
    rows: dict[int, Inventory] = {}
    texts: dict[int, dict[str, InventoryText]] = defaultdict(dict)
    for row in query if where is None else query.where(where):
        rows.setdefault(row.id, row)
        texts[row.id][row.text.language] = row.text  # type: ignore[attr-defined]
    return [Found(row, texts[key]) for key, row in rows.items()]
