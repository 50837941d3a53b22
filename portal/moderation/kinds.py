"""What can wait in the queue: each kind is registered by the feature that owns it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """A thing in the queue, as a moderator reads it."""

    id: int
    heading: str
    paragraphs: tuple[tuple[str, str], ...]
    language: str
    place: str
    url: str
    voice: str
    pictures: tuple[tuple[str, str], ...] = ()
    """The address of each, and what is in it."""
    about: tuple[str, str, str] | None = None
    """What it is said of: what that is called, its words and their language."""


@dataclass(frozen=True)
class Kind:
    """How things of one kind are read, published and returned to their writer."""

    items: Callable[[Sequence[int]], dict[int, Item]]
    publish: Callable[[int], None]
    send_back: Callable[[int], None]


KINDS: dict[str, Kind] = {}


def register(name: str, kind: Kind) -> None:
    KINDS[name] = kind
