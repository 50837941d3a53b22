"""When services can be called, and where and when one can come: of any number of
services in three statements."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import JOIN, Value

from portal.db import database
from portal.directory.hours import Different, Rules, Weekly
from portal.directory.hours.timetable import Timetable, timetable
from portal.directory.models import (
    OpeningException,
    OpeningHours,
    PhoneException,
    PhoneHours,
    Place,
    PlaceText,
    Service,
    ServiceAtPlace,
    ServiceAtPlaceText,
)
from portal.directory.queries.hours import DIFFERENT, WEEKLY, this_moment
from portal.directory.queries.names import in_language
from portal.directory.queries.places import Local, Visit, Where
from portal.vocabulary.queries import vocabulary

VISIT, PHONE = "visit", "phone"

Owner = tuple[str, int]


@dataclass(frozen=True)
class Reach:
    """`phone` is None for a service that has no phone."""

    phone: Timetable | None
    visits: list[Visit]


def reach(
    services: Sequence[Service], language: str, moment: datetime | None = None
) -> dict[int, Reach]:
    """By the id of the service."""
    moment = moment or this_moment()
    given = given_at([service.id for service in services])
    rules = rules_of([row["id"] for row in given], [service.id for service in services])
    visits: dict[int, list[Visit]] = defaultdict(list)
    for row in merged(given, language):
        visits[row["service"]].append(visit(row, rules[VISIT, row["id"]], moment))
    return {
        service.id: Reach(
            timetable(
                told(rules[PHONE, service.id], on_holidays=service.phone_on_holidays),
                moment,
            )
            if service.phone
            else None,
            visits[service.id],
        )
        for service in services
    }


def given_at(ids: list[int]) -> list[dict[str, Any]]:
    """Services at places, a row for each language of the place."""
    query: Any = (
        ServiceAtPlace.select(
            ServiceAtPlace.id,
            ServiceAtPlace.service,
            ServiceAtPlace.appointment,
            ServiceAtPlace.phone,
            ServiceAtPlace.on_holidays,
            Place.id.alias("place"),
            Place.slug,
            Place.area,
            Place.protected,
            Place.step_free,
            Place.calendar,
            Place.postal_code,
            PlaceText.language,
            PlaceText.name,
            PlaceText.street,
            PlaceText.arrival,
            ServiceAtPlaceText.language.alias("spoken"),
            ServiceAtPlaceText.note,
            ServiceAtPlaceText.cost,
        )
        .join(Place)
        .join(PlaceText)
        .join(
            ServiceAtPlaceText,
            JOIN.LEFT_OUTER,
            on=(ServiceAtPlaceText.service_at_place == ServiceAtPlace.id),
        )
        .where(ServiceAtPlace.service.in_(ids))
        .order_by(ServiceAtPlace.id)
        .dicts()
    )
    return list(query)


def merged(rows: list[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    """One row for each visit, in the language asked for or, marked, in another."""
    places: dict[int, dict[str, dict[str, Any]]] = defaultdict(dict)
    notes: dict[int, dict[str, Local]] = defaultdict(dict)
    for row in rows:
        places[row["id"]][row["language"]] = row
        if row["spoken"]:
            local = Local(row["note"], row["cost"], row["spoken"])
            notes[row["id"]][row["spoken"]] = local
    return [
        {
            **in_language(texts, language)[0],
            "local": in_language(notes[key], language)[0] if notes[key] else Local(),
        }
        for key, texts in places.items()
    ]


def visit(
    row: dict[str, Any], hours: tuple[list[Weekly], list[Different]], moment: datetime
) -> Visit:
    hidden = row["protected"]
    where = Where(
        row["place"],
        row["slug"],
        vocabulary().words[row["area"]],
        hidden,
        row["step_free"],
        row["calendar"],
        "" if hidden else row["postal_code"],
        row["name"],
        "" if hidden else row["street"],
        "" if hidden else row["arrival"],
        row["language"],
    )
    weekly, different = hours
    rules = Rules(tuple(weekly), tuple(different), where.calendar, row["on_holidays"])
    return Visit(
        where,
        row["service"],
        row["appointment"],
        row["phone"],
        row["local"],
        timetable(rules, moment),
    )


def told(hours: tuple[list[Weekly], list[Different]], *, on_holidays: bool) -> Rules:
    weekly, different = hours
    return Rules(tuple(weekly), tuple(different), on_holidays=on_holidays)


def rules_of(
    visits: list[int], services: list[int]
) -> dict[Owner, tuple[list[Weekly], list[Different]]]:
    """The hours of these visits and of the phones of these services."""
    found: dict[Owner, tuple[list[Weekly], list[Different]]] = defaultdict(
        lambda: ([], [])
    )
    weekly = both(OpeningHours, PhoneHours, WEEKLY, visits, services)
    for what, owner, weekday, opens, closes, begins, ends, every in weekly:
        row = Weekly(weekday, opens, closes, as_day(begins), as_day(ends), every)
        found[what, owner][0].append(row)
    different = both(OpeningException, PhoneException, DIFFERENT, visits, services)
    for what, owner, first, last, opens, closes in different:
        found[what, owner][1].append(
            Different(as_day(first), as_day(last), opens, closes)
        )
    return found


def both(
    of_visits: Any,
    of_phones: Any,
    columns: tuple[str, ...],
    visits: list[int],
    services: list[int],
) -> Any:
    first = of_visits.select(
        Value(VISIT),
        of_visits.service_at_place,
        *(getattr(of_visits, name) for name in columns),
    ).where(of_visits.service_at_place.in_(visits))
    second = of_phones.select(
        Value(PHONE),
        of_phones.service,
        *(getattr(of_phones, name) for name in columns),
    ).where(of_phones.service.in_(services))
    return database.execute(first.union_all(second))


def as_day(value: Any) -> Any:
    """SQLite hands a date out as it is written."""
    return date.fromisoformat(value) if isinstance(value, str) else value
