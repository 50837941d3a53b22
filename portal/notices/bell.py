"""What who looks has not seen yet: asked for once a request, and only of somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Flask, g
from peewee import InterfaceError, InternalError, OperationalError

from portal.notices.actions.seeing import mark_seen
from portal.notices.queries import follows, inbox
from portal.notices.recipients import account, participant_key, shared, told_here


def keys_on(board: Any = None) -> list[str]:
    """The keys by which a page knows who looks: of their account and, on a page of a
    workshop, of their seat in it."""
    if shared():
        return []
    seat = getattr(board, "me", None)
    return [*account(), *([participant_key(seat.id)] if seat else [])]


def seen(kind: str, item_id: int, board: Any = None) -> None:
    """Who looks has the page of a thing before them: what they were told of it is seen.
    One statement, and another only where there is something."""
    keys = keys_on(board) if board else told_here()
    if keys and unseen(keys).pop((kind, item_id), 0):
        mark_seen(keys, kind, item_id)


def unseen(keys: Sequence[str]) -> dict[tuple[str, int], int]:
    held: dict[tuple[str, ...], dict[tuple[str, int], int]] = g.setdefault("unseen", {})
    if tuple(keys) not in held:
        held[tuple(keys)] = inbox.unseen(keys)
    return held[tuple(keys)]


def bell(board: Any = None) -> int | None:
    """How many notices wait to be seen; None where nobody is known."""
    keys = keys_on(board)
    try:
        return sum(unseen(keys).values()) if keys else None
    except (InterfaceError, InternalError, OperationalError):
        # Error pages are shown without a database, too.
        return None


@dataclass(frozen=True)
class Following:
    """Whether who looks follows a thing, and by which key they would."""

    key: str
    wanted: bool


def following(kind: str, item_id: int, board: Any = None) -> Following | None:
    """None where nobody is known."""
    keys = keys_on(board) if board else told_here()
    return Following(keys[0], follows(keys, kind, item_id)) if keys else None


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(bell=bell, following=following)
