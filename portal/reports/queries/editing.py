"""A phenomenon as those who keep it write it."""

from dataclasses import dataclass
from typing import Any

from portal.db import today
from portal.reports.models import PhenomenonVersion
from portal.reports.queries.held import Held
from portal.reports.queries.texts import words
from portal.reports.snapshots import snapshot
from portal.upkeep.queries.versions import Edition, kept_editions
from portal.upkeep.queries.written import Written


@dataclass(frozen=True, kw_only=True)
class Draft(Written):
    thing: Any

    def name(self, language: str) -> tuple[str, str]:
        return words(self.snapshot, "title", language) or (self.slug, language)

    def told(self, language: str) -> tuple[str, str] | None:
        return words(self.snapshot, "summary", language)

    @property
    def late(self) -> bool:
        waits = self.thing.answered_on is None and self.thing.due_on is not None
        return waits and bool(self.thing.due_on < today())


def draft(held: Held) -> Draft:
    """One statement."""
    return Draft(
        slug=held.slug,
        edition=int(held.row.edition),
        snapshot=snapshot(held.row),
        changed={},
        thing=held.row,
    )


def editions(held: Held) -> list[Edition]:
    """Every version, newest first. One statement."""
    these = PhenomenonVersion.phenomenon == held.id
    return kept_editions(PhenomenonVersion, these)
