"""What can be followed: each kind is registered by the feature that owns the thing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Thing:
    """Something that can be followed, with its title in a language of its own."""

    title: str
    language: str
    url: str


THINGS: dict[str, Callable[[Sequence[int]], Mapping[int, Thing]]] = {}


def register(kind: str, things: Callable[[Sequence[int]], Mapping[int, Thing]]) -> None:
    """Say what things of a kind are called. One that is missing from the answer may
    not be seen by who looks, or not be followed."""
    THINGS[kind] = things


def found(kind: str, item_id: int) -> Thing | None:
    return found_all([(kind, item_id)]).get((kind, item_id))


def found_all(keys: Sequence[tuple[str, int]]) -> dict[tuple[str, int], Thing]:
    """These things, by kind and id; each kind is asked once."""
    kinds = dict.fromkeys(kind for kind, _number in keys)
    return {
        (kind, number): thing
        for kind in kinds
        if kind in THINGS
        for number, thing in THINGS[kind]([n for k, n in keys if k == kind]).items()
    }
