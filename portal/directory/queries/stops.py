"""Stops of mobile services as recurrences."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Value, fn

from portal.db import tuples
from portal.directory.hours.recurrence import Recurrence
from portal.directory.hours.rules import Times
from portal.directory.models import (
    CHANGES,
    ServiceText,
    Stop,
    StopException,
    StopText,
    TextState,
)
from portal.directory.queries.names import in_language
from portal.directory.queries.protected import addresses, tells_where
from portal.memory import remembered


@dataclass(frozen=True)
class Comes:
    """A stop of a service that people may read about."""

    id: int
    service: int
    area: int
    recurrence: Recurrence


@dataclass(frozen=True)
class Spot:
    """Where a stop is, in the language asked for or, marked, in another."""

    name: str
    note: str
    language: str


@remembered(CHANGES)
def mobile_services() -> frozenset[int]:
    """The ids of services that have stops at all."""
    return frozenset(key for (key,) in tuples(Stop.select(Stop.service).distinct()))


def recurrences(
    first: date, last: date | None = None, *, service: int | None = None
) -> list[Comes]:
    """The stops that hold on any day from `first` to `last`, of all services or
    one."""
    held = Stop.last_on.is_null() | (Stop.last_on >= first)
    if last:
        held &= Stop.first_on <= last
    if service is not None:
        held &= Stop.service == service
    found = list(
        Stop.select()
        .where(held, is_published(Stop.service))
        .order_by(Stop.opens, Stop.id)
    )
    different: dict[int, dict[date, Times | None]] = defaultdict(dict)
    for stop, day, opens, closes in tuples(
        StopException.select(
            StopException.stop,
            StopException.day,
            StopException.opens,
            StopException.closes,
        )
    ):
        different[stop][day] = None if opens is None else (opens, closes)
    return [
        Comes(
            stop.id,
            stop.service,
            stop.area,
            Recurrence(
                stop.rule,
                stop.first_on,
                stop.last_on,
                (stop.opens, stop.closes),
                stop.on_holidays,
                different[stop.id],
            ),
        )
        for stop in found
    ]


def spots(ids: list[int], language: str) -> dict[int, Spot]:
    """Where these stops are, in words. Words that tell where a protected place is are
    shown to nobody."""
    texts: dict[int, dict[str, StopText]] = defaultdict(dict)
    hidden = addresses()
    for text in StopText.select().where(StopText.stop.in_(ids)):
        if tells_where(hidden, text.spot, text.note):
            continue
        texts[text.stop][text.language] = text
    found = {}
    for key, spoken in texts.items():
        text, code = in_language(spoken, language)
        found[key] = Spot(text.spot, text.note, code)
    return found


def is_published(service: Any) -> Any:
    """Whether a service can be read by everybody, in any language."""
    texts = ServiceText.select(Value(1)).where(
        ServiceText.service == service, ServiceText.state == TextState.PUBLISHED
    )
    return fn.EXISTS(texts)
