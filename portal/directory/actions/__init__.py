"""Writing the directory."""

from portal.directory.actions.services import Draft, DraftText, Law, Mark, store

__all__ = ["Draft", "DraftText", "Law", "Mark", "store"]
