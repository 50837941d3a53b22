"""Places, and the services given at them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from peewee import SQL

from portal.directory.hours import Status
from portal.directory.hours.timetable import Timetable
from portal.directory.models import (
    Calendar,
    Known,
    Place,
    PlaceText,
)
from portal.directory.queries.names import in_language
from portal.vocabulary.queries import Word, vocabulary

MOST_AT_ONE_PLACE = 50


@dataclass(frozen=True)
class Where:
    """A place in the language asked for or, marked, in another. A protected place
    shows its area only."""

    id: int
    slug: str
    area: Word
    protected: bool
    step_free: Known
    calendar: Calendar
    postal_code: str
    name: str
    street: str
    arrival: str
    language: str


@dataclass(frozen=True)
class Local:
    """What holds for a service at one place only."""

    note: str = ""
    cost: str = ""
    language: str = ""


@dataclass(frozen=True)
class Visit:
    """A service at a place: when it is open there."""

    place: Where
    service_id: int
    appointment: bool
    phone: str
    local: Local
    times: Timetable

    @property
    def hours(self) -> list[tuple[int, int, int, int]]:
        return self.times.weekly

    @property
    def status(self) -> Status | None:
        """Of a place where you can walk in; None where you need an appointment."""
        return None if self.appointment else self.times.status


def places(language: str, ids: Collection[int] | None = None) -> dict[int, Where]:
    """Places by id: these, or every one."""
    words = vocabulary().words
    texts: dict[int, dict[str, PlaceText]] = defaultdict(dict)
    for text in PlaceText.select().where(among(PlaceText.place, ids)):
        texts[text.place][text.language] = text
    found = {}
    for place in Place.select().where(among(Place.id, ids)).order_by(Place.slug):
        text, spoken = in_language(texts[place.id], language)
        found[place.id] = Where(
            place.id,
            place.slug,
            words[place.area],
            place.protected,
            place.step_free,
            place.calendar,
            "" if place.protected else place.postal_code,
            text.name,
            "" if place.protected else text.street,
            "" if place.protected else text.arrival,
            spoken,
        )
    return found


def among(column: Any, ids: Collection[int] | None) -> Any:
    return SQL("1 = 1") if ids is None else column.in_(ids)
