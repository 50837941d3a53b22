"""Writing the directory."""

from portal.directory.actions.drafts import (
    Draft,
    DraftChannel,
    DraftEasy,
    DraftText,
    Law,
    Mark,
)
from portal.directory.actions.services import store

__all__ = [
    "Draft",
    "DraftChannel",
    "DraftEasy",
    "DraftText",
    "Law",
    "Mark",
    "store",
]
