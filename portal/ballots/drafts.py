"""A poll as it is made, before it opens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from portal.ballots.tallies import Method, Settings

MOST_OPTIONS = 60


@dataclass(frozen=True)
class OptionDraft:
    """A proposal by its number, or words of the poll's own by language."""

    proposal: int | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    cost: int = 0


@dataclass(frozen=True, kw_only=True)
class PollDraft:
    """Titles and notes are by language. `closes_at` is UTC."""

    method: Method
    titles: Mapping[str, str]
    notes: Mapping[str, str]
    options: Sequence[OptionDraft]
    settings: Settings
    closes_at: datetime | None = None
