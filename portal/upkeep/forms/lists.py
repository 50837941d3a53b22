"""The parts of which a service has several: what their forms share."""

from typing import Any

from portal.upkeep.forms.parts import PartForm
from portal.upkeep.snapshots import Snapshot


class ListForm(PartForm):
    """`rows` are the keys of the parts, as their fields are called; `picked` are the
    choices in a new row that make it more than an empty one."""

    rows: tuple[str, ...] = ()
    kind = ""
    picked: tuple[str, ...] = ()

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        right = super().validate(*args, **kwargs)
        for row in self.rows:
            if f"{self.kind}/{row}" not in self.removed and not self.is_empty(row):
                right = self.is_whole(row) and right
        return right

    def is_empty(self, row: str) -> bool:
        """A new row in which nobody has written or chosen anything."""
        chosen = [self[f"{name}-{row}"].data for name in self.picked]
        return row.startswith("new") and not any([*chosen, *self.said_in(row).values()])

    def is_whole(self, row: str) -> bool:
        """Whether all is told that such a part needs; what lacks is marked."""
        return not any(field.errors for field in self.of_row(row))

    @property
    def values(self) -> Snapshot:
        """An empty new row is no part."""
        empty = tuple(f"{self.kind}/{row}/" for row in self.rows if self.is_empty(row))
        found = super().values.items()
        return {name: value for name, value in found if not name.startswith(empty)}

    def of_row(self, row: str) -> list[Any]:
        start = f"{self.kind}/{row}/"
        return [self[name] for name, key in self.names.items() if key.startswith(start)]

    @property
    def removed(self) -> list[str]:
        return [
            f"{self.kind}/{row}"
            for row in self.rows
            if f"pick_remove-{row}" in self and self[f"pick_remove-{row}"].data
        ]

    def said_in(self, row: str) -> Snapshot:
        """What is written in one row, without what is only chosen."""
        start = f"{self.kind}/{row}/"
        return {
            key.removeprefix(start): str(self[name].data or "")
            for name, key in self.names.items()
            if key.startswith(start) and not name.startswith("pick_")
        }
