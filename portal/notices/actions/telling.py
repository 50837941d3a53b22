"""Telling persons what happened, in the transaction in which it did."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from peewee import chunked

from portal.db import now
from portal.notices.events import EVENTS
from portal.notices.models import Notice
from portal.notices.recipients import USER, as_told

MOST_ROWS = 2000
"""As many as one statement can hold."""


@dataclass(frozen=True)
class Telling:
    """What one person is told. `facts` are as of `tell`."""

    recipient: str
    event: str
    kind: str
    item_id: int
    happening: str
    facts: Mapping[str, object]


def tell(  # noqa: PLR0913  what a notice is made of
    recipients: Iterable[str],
    event: str,
    kind: str,
    item_id: int,
    *,
    happening: str,
    doer: str = "",
    mailed: bool = False,
    **facts: object,
) -> None:
    """Tell each of these keys once of this happening, but never who did it. It is
    `mailed` if a letter tells it, too. `facts` are ids, dates and names of reasons,
    never words of people."""
    told = as_told(recipients)
    if doer:
        for key in as_told([doer]):
            told.pop(key, None)
    store(
        (
            (Telling(key, event, kind, item_id, happening, facts), seat)
            for key, seat in told.items()
        ),
        mailed=mailed,
    )


def store(told: Iterable[tuple[Telling, int | None]], *, mailed: bool = False) -> None:
    """Keep what each is told, with the seat it concerns."""
    moment = now()
    rows = [
        {
            "recipient": one.recipient,
            "seat": seat,
            "topic": EVENTS[one.event].topic,
            "event": one.event,
            "kind": one.kind,
            "item_id": one.item_id,
            "facts": json.dumps(dict(one.facts), default=str, sort_keys=True),
            "happening": one.happening,
            "happened_at": moment,
            "mailed_at": moment if mailed or not has_address(one.recipient) else None,
        }
        for one, seat in told
    ]
    for batch in chunked(rows, MOST_ROWS):
        Notice.insert_many(batch).on_conflict_ignore().execute()


def take_back(kind: str, item_id: int, happening: str) -> None:
    """What happened to a thing no longer holds: nobody is told of it any more."""
    this = (Notice.kind == kind) & (Notice.item_id == item_id)
    Notice.delete().where(this, Notice.happening == happening).execute()


def has_address(key: str) -> bool:
    """Only an account has one to send mail to."""
    return key.startswith(f"{USER}:")
