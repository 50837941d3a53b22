"""What is searched: each feature tells here how its things are read for the index."""

from collections.abc import Callable, Iterable, Iterator

from portal.search.actions import EntryDraft

Read = Callable[[Iterable[int] | None], Iterator[EntryDraft]]
"""Reads the entries of things by their ids, or of all there are; those of one thing
stand together."""

_sources: dict[str, Read] = {}


def register(kind: str, read: Read) -> None:
    _sources[kind] = read


def sources() -> dict[str, Read]:
    return dict(_sources)
