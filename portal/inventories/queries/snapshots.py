"""Grids as they were kept on a day."""

from portal.inventories.grids import Grid
from portal.inventories.keeping import loaded
from portal.inventories.models import InventorySnapshot


def snapshots(inventory_id: int) -> list[InventorySnapshot]:
    """The newest first, without their contents."""
    return list(
        InventorySnapshot.select(
            InventorySnapshot.id, InventorySnapshot.taken_on, InventorySnapshot.note
        )
        .where(InventorySnapshot.inventory == inventory_id)
        .order_by(InventorySnapshot.id.desc())
    )


def snapshot(inventory_id: int, snapshot_id: int) -> InventorySnapshot | None:
    this = InventorySnapshot.id == snapshot_id
    return InventorySnapshot.get_or_none(
        this & (InventorySnapshot.inventory == inventory_id)
    )


def newest(inventory_id: int) -> InventorySnapshot | None:
    return (
        InventorySnapshot.select()
        .where(InventorySnapshot.inventory == inventory_id)
        .order_by(InventorySnapshot.id.desc())
        .first()
    )


def grid_of(row: InventorySnapshot) -> Grid:
    return loaded(row.content)
