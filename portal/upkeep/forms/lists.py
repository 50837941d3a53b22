"""The parts of which a service has several: what their forms share."""

from typing import Any

from portal.upkeep.forms.parts import PartForm
from portal.upkeep.snapshots import Snapshot


class ListForm(PartForm):
    """`rows` are the keys of the parts, as their fields are called."""

    rows: tuple[str, ...] = ()
    kind = ""

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

    def told(self, row: str) -> Snapshot:
        """What is written in one row, without what is only chosen."""
        start = f"{self.kind}/{row}/"
        return {
            key.removeprefix(start): str(self[name].data or "")
            for name, key in self.names.items()
            if key.startswith(start) and not name.startswith("pick_")
        }
