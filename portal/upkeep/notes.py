"""What somebody says of a change that they save."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    words: str = ""
    language: str = ""


NO_NOTE = Note()
