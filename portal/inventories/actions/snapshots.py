"""Keeping the grid as it stands."""

from dataclasses import replace

from portal.accounts.models import User
from portal.db import bump, database, today
from portal.inventories.keeping import dumped, loaded
from portal.inventories.models import CHANGES, InventorySnapshot
from portal.inventories.queries.grid import grid
from portal.inventories.queries.inventories import Found
from portal.inventories.queries.snapshots import newest


def take(found: Found, *, by: User | None, note: str = "") -> InventorySnapshot:
    """A snapshot of today. Where nothing has changed since the newest, it is that."""
    with database.atomic():
        bump(CHANGES)
        content = dumped(grid(found))
        last = newest(found.id)
        if last and last.content == content:
            return last
        return InventorySnapshot.create(
            inventory=found.id,
            taken_on=today(),
            taken_by=by,
            note=note,
            content=content,
        )


def conceal(inventory_id: int, question: str, area: str) -> None:
    """Take the words of one cell, by its codes, out of every snapshot."""
    theirs = InventorySnapshot.inventory == inventory_id
    for row in InventorySnapshot.select().where(theirs):
        grid = loaded(row.content)
        cell = grid.cells.get((question, area))
        if cell and cell.words:
            cells = {**grid.cells, (question, area): cell._replace(held=True)}
            content = dumped(replace(grid, cells=cells))
            InventorySnapshot.update(content=content).where(
                InventorySnapshot.id == row.id
            ).execute()
