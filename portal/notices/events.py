"""What can happen: each event is registered by the feature that owns the thing."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from portal.notices.models import Notice, Topic


@dataclass(frozen=True)
class Told:
    """A notice as it is read: a whole plain sentence in the reader's language, the
    address of the thing, and its title in a language of its own. What is `sensitive`
    is not named where others may read it."""

    text: str
    url: str
    title: str = ""
    language: str = ""
    sensitive: bool = False


Teller = Callable[[Sequence[Notice]], dict[int, Told]]
"""How notices read, a batch at a time, by their ids. One that is missing from the
answer, since its thing is gone or not public any more, is passed over."""


@dataclass(frozen=True)
class Event:
    """`several` is the sentence for so many of them, more than one, on the thing with
    this id."""

    topic: Topic
    tell: Teller
    several: Callable[[int, int], str] | None = None


EVENTS: dict[str, Event] = {}


def register(
    event: str,
    topic: Topic,
    tell: Teller,
    several: Callable[[int, int], str] | None = None,
) -> None:
    EVENTS[event] = Event(topic, tell, several)


def told(notices: Sequence[Notice]) -> dict[int, Told]:
    """How these notices read. Events that one teller tells are asked of it at once."""
    asked: dict[Teller, list[Notice]] = {}
    for notice in notices:
        if event := EVENTS.get(notice.event):
            asked.setdefault(event.tell, []).append(notice)
    found: dict[int, Told] = {}
    for tell, batch in asked.items():
        found |= tell(batch)
    return found


def facts(notice: Notice) -> dict[str, Any]:
    """What the notice notes beside its thing: ids, dates and names of reasons."""
    noted: dict[str, Any] = json.loads(notice.facts)
    return noted
