"""Places, and the services given at them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from portal.db import tuples
from portal.directory.hours import Span, grouped
from portal.directory.models import (
    Known,
    OpeningHours,
    Place,
    PlaceText,
    Service,
    ServiceAtPlace,
)
from portal.directory.queries.listing import Row, rows_of
from portal.directory.queries.names import in_language
from portal.vocabulary.queries import Word, vocabulary


@dataclass(frozen=True)
class Where:
    """A place in the language asked for or, marked, in another. A protected place
    shows its area only."""

    id: int
    slug: str
    area: Word
    protected: bool
    step_free: Known
    postal_code: str
    name: str
    street: str
    arrival: str
    language: str


@dataclass(frozen=True)
class Visit:
    """A service at a place: when it is open there. `hours` are runs of weekdays:
    first, last, opening and closing minute."""

    place: Where
    service_id: int
    appointment: bool
    hours: list[tuple[int, int, int, int]]


@dataclass(frozen=True)
class PlaceWithServices:
    place: Where
    visits: list[tuple[Row, Visit]]


@dataclass(frozen=True)
class OpenToday:
    """A service that can be walked into on a given weekday."""

    opens: int
    closes: int
    service: Row
    place: Where


def places(language: str) -> dict[int, Where]:
    words = vocabulary().words
    texts: dict[int, dict[str, PlaceText]] = defaultdict(dict)
    for text in PlaceText.select():
        texts[text.place][text.language] = text
    found = {}
    for place in Place.select().order_by(Place.slug):
        text, spoken = in_language(texts[place.id], language)
        found[place.id] = Where(
            place.id,
            place.slug,
            words[place.area],
            place.protected,
            place.step_free,
            "" if place.protected else place.postal_code,
            text.name,
            "" if place.protected else text.street,
            "" if place.protected else text.arrival,
            spoken,
        )
    return found


def visits(service: Service, language: str) -> list[Visit]:
    """Where a service is given, and when."""
    given = list(
        ServiceAtPlace.select()
        .where(ServiceAtPlace.service == service)
        .order_by(ServiceAtPlace.id)
    )
    return _visits(given, places(language)) if given else []


def by_place(language: str) -> list[PlaceWithServices]:
    """Every place with the services given there."""
    where = places(language)
    given = list(ServiceAtPlace.select().order_by(ServiceAtPlace.id))
    services = rows_of([row.service for row in given], language)
    at: dict[int, list[tuple[Row, Visit]]] = defaultdict(list)
    for visit in _visits(given, where):
        at[visit.place.id].append((services[visit.service_id], visit))
    return [
        PlaceWithServices(place, at[place.id])
        for place in sorted(
            where.values(), key=lambda p: (p.area.id, p.name.casefold())
        )
    ]


def open_on(weekday: int, language: str, most: int) -> list[OpenToday]:
    """Services open on this weekday without an appointment, earliest first."""
    spans = list(
        tuples(
            OpeningHours.select(
                OpeningHours.opens,
                OpeningHours.closes,
                ServiceAtPlace.service,
                ServiceAtPlace.place,
            )
            .join(ServiceAtPlace)
            .join(Place)
            .where(
                OpeningHours.weekday == weekday,
                ~ServiceAtPlace.appointment,
                ~Place.protected,
            )
            .order_by(OpeningHours.opens, OpeningHours.closes, ServiceAtPlace.id)
            .limit(most)
        )
    )
    services = rows_of([span[2] for span in spans], language)
    where = places(language) if spans else {}
    return [
        OpenToday(opens, closes, services[service_id], where[place_id])
        for opens, closes, service_id, place_id in spans
    ]


def _visits(given: Iterable[ServiceAtPlace], where: dict[int, Where]) -> list[Visit]:
    given = list(given)
    spans: dict[int, list[Span]] = defaultdict(list)
    for row in OpeningHours.select().where(
        OpeningHours.service_at_place.in_([visit.id for visit in given])
    ):
        spans[row.service_at_place].append(Span(row.weekday, row.opens, row.closes))
    return [
        Visit(
            where[visit.place],
            visit.service,
            visit.appointment,
            grouped(spans[visit.id]),
        )
        for visit in given
    ]
