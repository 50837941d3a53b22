"""Every place with what is given there."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import fn

from portal.db import tuples
from portal.directory.hours.timetable import timetable
from portal.directory.models import Place, ServiceAtPlace, ServiceAtPlaceText
from portal.directory.queries.hours import this_moment, visit_rules
from portal.directory.queries.named import Named, named
from portal.directory.queries.names import in_language
from portal.directory.queries.places import Local, Visit, Where, places
from portal.directory.queries.stops import is_published
from portal.vocabulary.queries import Word, vocabulary

MOST_AT_ONE_PLACE = 50


@dataclass(frozen=True)
class PlaceWithServices:
    """`more` services are given there than these."""

    place: Where
    visits: list[tuple[Named, Visit]]
    more: int


def by_place(
    language: str, area: str = "", moment: datetime | None = None
) -> list[PlaceWithServices]:
    """Every place with what is given there, or those of one area."""
    where = {
        place.id: place
        for place in places(language).values()
        if area in {"", place.area.code}
    }
    given = first_given(list(where))
    services = named([row["service"] for row in given], language)
    visits = _visits(given, where, language, moment or this_moment())
    at: dict[int, list[tuple[Named, Visit]]] = defaultdict(list)
    for visit in visits:
        at[visit.place.id].append((services[visit.service_id], visit))
    numbers = {row["place"]: row["number"] for row in given}
    return [
        PlaceWithServices(
            place, at[place.id], numbers.get(place.id, 0) - len(at[place.id])
        )
        for place in sorted(
            where.values(), key=lambda p: (p.area.id, p.name.casefold())
        )
    ]


def first_given(ids: list[int]) -> list[dict[str, Any]]:
    """What is given at these places: of each the first, and their whole number."""
    order = fn.ROW_NUMBER().over(
        partition_by=[ServiceAtPlace.place], order_by=[ServiceAtPlace.id]
    )
    number = fn.COUNT(ServiceAtPlace.id).over(partition_by=[ServiceAtPlace.place])
    ordered = ServiceAtPlace.select(
        ServiceAtPlace.id, order.alias("order"), number.alias("number")
    ).where(ServiceAtPlace.place.in_(ids), is_published(ServiceAtPlace.service))
    rows: Any = (
        ServiceAtPlace.select(
            ServiceAtPlace.id,
            ServiceAtPlace.service,
            ServiceAtPlace.place,
            ServiceAtPlace.appointment,
            ServiceAtPlace.phone,
            ServiceAtPlace.on_holidays,
            ordered.c.number,
        )
        .join(ordered, on=(ordered.c.id == ServiceAtPlace.id))
        .where(ordered.c.order <= MOST_AT_ONE_PLACE)
        .order_by(ServiceAtPlace.id)
        .dicts()
    )
    return list(rows)


def areas() -> list[Word]:
    """The areas in which there is a place, in the vocabulary's order."""
    found = {key for (key,) in tuples(Place.select(Place.area).distinct())}
    return [word for key, word in vocabulary().words.items() if key in found]


def _visits(
    given: list[dict[str, Any]],
    where: dict[int, Where],
    language: str,
    moment: datetime,
) -> list[Visit]:
    rules = visit_rules(
        (row["id"], where[row["place"]].calendar, row["on_holidays"]) for row in given
    )
    local = _local([row["id"] for row in given], language)
    return [
        Visit(
            where[row["place"]],
            row["service"],
            row["appointment"],
            row["phone"],
            local.get(row["id"], Local()),
            timetable(rules[row["id"]], moment),
        )
        for row in given
    ]


def _local(ids: list[int], language: str) -> dict[int, Local]:
    texts: dict[int, dict[str, ServiceAtPlaceText]] = defaultdict(dict)
    for text in ServiceAtPlaceText.select().where(
        ServiceAtPlaceText.service_at_place.in_(ids)
    ):
        texts[text.service_at_place][text.language] = text
    found = {}
    for key, spoken in texts.items():
        text, code = in_language(spoken, language)
        found[key] = Local(text.note, text.cost, code)
    return found
