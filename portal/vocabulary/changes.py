"""Telling what keeps copies of the vocabulary's words that they have changed."""

from collections.abc import Callable, Collection

Callback = Callable[[Collection[str]], None]

_callbacks: list[Callback] = []


def on_concepts_changed(callback: Callback) -> None:
    """Call `callback` with the codes of concepts that were stored or removed, inside
    the transaction that did it."""
    if callback not in _callbacks:
        _callbacks.append(callback)


def concepts_changed(codes: Collection[str]) -> None:
    for callback in _callbacks:
        callback(codes)
