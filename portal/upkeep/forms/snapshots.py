"""Forms that hold what a snapshot does: each field a name, each value a text."""

import json
from typing import Any, ClassVar, Self

from wtforms import Field, HiddenField

from portal.forms import BaseForm
from portal.upkeep.forms.fields import shown, text_of
from portal.upkeep.snapshots import Snapshot


class SnapshotForm(BaseForm):
    """`names` tells which name of a snapshot each field holds."""

    names: ClassVar[dict[str, str]] = {}

    def fill(self, snapshot: Snapshot) -> None:
        for name, key in self.names.items():
            self[name].data = shown(self[name], snapshot.get(key, ""))

    @property
    def values(self) -> Snapshot:
        """What is wanted, by the names of a snapshot. Ask after validation."""
        return {key: text_of(self[name]) for name, key in self.names.items()}

    def field_of(self, key: str) -> Field:
        """The field that holds this name of a snapshot."""
        return next(self[name] for name, held in self.names.items() if held == key)


class ReadForm(SnapshotForm):
    """`pick_read` holds what was read when the form was opened, so that two people
    can be joined."""

    pick_read = HiddenField()

    def read_from(self, snapshot: Snapshot) -> Self:
        """The form filled with what stands now."""
        self.fill(snapshot)
        self.pick_read.data = json.dumps(snapshot)
        return self

    @property
    def base(self) -> Snapshot | None:
        """What was read; None if what came back can't be."""
        try:
            found: Any = json.loads(self.pick_read.data or "")
        except ValueError:
            return None
        right = isinstance(found, dict) and set(found) == set(self.names.values())
        return {str(k): str(v) for k, v in found.items()} if right else None
