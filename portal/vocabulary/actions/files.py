"""The files of the vocabulary, read only when one of them has changed."""

import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from portal.db import Version, bump
from portal.i18n import LANGUAGES

DATA = Path(__file__).parent.parent / "data"
FORMAT = 1
"""To be raised when the same files are to be read in another way."""


@dataclass(frozen=True)
class Files:
    """The files of a folder, each a list of `[[key]]` tables."""

    folder: Path
    key: str

    @property
    def paths(self) -> list[Path]:
        return sorted(self.folder.glob("*.toml"))

    @property
    def _name(self) -> str:
        """What tells these files as they are from what they were."""
        told = sha256(repr((FORMAT, list(LANGUAGES))).encode())
        for path in self.paths:
            told.update(sha256(path.read_bytes()).digest())
        return f"files:{self.key}:{told.hexdigest()}"

    def are_read(self) -> bool:
        """Whether this database was brought up to just these files last."""
        return Version.select().where(Version.name == self._name).exists()

    def read(self) -> list[dict[str, Any]]:
        """Every table in them; that they are read stands with the caller's
        transaction."""
        before = f"files:{self.key}:"
        Version.delete().where(Version.name.startswith(before)).execute()
        bump(self._name)
        return [
            entry
            for path in self.paths
            for entry in tomllib.loads(path.read_text(encoding="utf-8"))[self.key]
        ]
