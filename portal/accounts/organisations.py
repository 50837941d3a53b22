"""Organisations that roles can be held for. The feature that keeps them says how one
is found."""

from collections.abc import Callable

Finder = Callable[[str], int | None]


def none(_code: str) -> int | None:
    return None


class _Known:
    finder: Finder = staticmethod(none)


def register(finder: Finder) -> None:
    """`finder` gives the id of the organisation with a code, or None."""
    _Known.finder = staticmethod(finder)


def by_code(code: str) -> int | None:
    return _Known.finder(code)
