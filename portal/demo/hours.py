"""Loading the hours of the demo region, and the stops of its mobile services."""

from collections.abc import Iterable
from typing import Any

from portal.demo.files import entries, in_languages
from portal.directory.hours import parsed
from portal.directory.models import (
    OpeningException,
    OpeningHours,
    PhoneException,
    PhoneHours,
    Place,
    Service,
    ServiceAtPlace,
    ServiceAtPlaceText,
    Stop,
    StopException,
    StopText,
)
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Vocabulary


def load_hours(service: Service, entry: dict[str, Any]) -> None:
    """Of its phone and of each place where it is given."""
    on_holidays = entry.get("phone_on_holidays", False)
    Service.update(phone_on_holidays=on_holidays).where(
        Service.id == service.id
    ).execute()
    owner = {"service": service}
    write(PhoneHours, owner, weekly(entry.get("phone_hours", [])))
    write(PhoneException, owner, different(entry.get("phone_exceptions", [])))
    for visit in entry.get("place", []):
        load_visit(service, visit)


def load_visit(service: Service, visit: dict[str, Any]) -> None:
    row = ServiceAtPlace.create(
        service=service,
        place=Place.get(Place.slug == visit["place"]),
        appointment=visit.get("appointment", False),
        phone=visit.get("phone", ""),
        on_holidays=visit.get("on_holidays", False),
    )
    for language, text in in_languages(visit).items():
        ServiceAtPlaceText.create(service_at_place=row, language=language, **text)
    owner = {"service_at_place": row}
    write(OpeningHours, owner, weekly(visit.get("hours", [])))
    write(OpeningException, owner, different(visit.get("exceptions", [])))


def load_stops(words: Vocabulary) -> None:
    for entry in entries("outreach.toml", "stop"):
        stop = Stop.create(
            service=Service.get(Service.slug == entry["service"]),
            area=words.of(Scheme.AREA)[entry["area"]].id,
            rule=entry["rule"],
            first_on=entry["first_on"],
            last_on=entry.get("last_on"),
            on_holidays=entry.get("on_holidays", False),
            **times(entry["hours"]),
        )
        for language, text in in_languages(entry).items():
            StopText.create(stop=stop, language=language, **text)
        for day in entry.get("not_on", []):
            StopException.create(stop=stop, day=day)
        for moved in entry.get("moved", []):
            StopException.create(stop=stop, day=moved["day"], **times(moved["hours"]))


def weekly(lines: Iterable[Any]) -> list[dict[str, Any]]:
    """Of `mon-fri 9:00-11:00`, or of a table with that as its `hours` and a season
    or a number of weeks beside it."""
    found = []
    for line in lines:
        table = {"hours": line} if isinstance(line, str) else line
        season = {
            "valid_from": table.get("from"),
            "valid_until": table.get("until"),
            "every_weeks": table.get("every_weeks", 1),
        }
        found += [
            {
                "weekday": span.weekday,
                "opens": span.opens,
                "closes": span.closes,
                **season,
            }
            for span in parsed(table["hours"])
        ]
    return found


def different(tables: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Closed from a day until a day, or open then at other hours."""
    return [
        {
            "first_on": table["from"],
            "last_on": table.get("until", table["from"]),
            **(times(table["hours"]) if "hours" in table else {}),
        }
        for table in tables
    ]


def times(clock: str) -> dict[str, int]:
    """Of `9:00-11:00`."""
    span, *_rest = parsed(f"mon {clock}")
    return {"opens": span.opens, "closes": span.closes}


def write(model: Any, owner: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    for row in rows:
        model.create(**owner, **row)
