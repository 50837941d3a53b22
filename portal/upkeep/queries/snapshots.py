"""A service read whole, as it stands in the tables."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from portal.db import tuples
from portal.directory.hours import Different, Weekly
from portal.directory.models import (
    Channel,
    ChannelText,
    EasyText,
    OpeningException,
    OpeningHours,
    Organisation,
    PhoneException,
    PhoneHours,
    Place,
    Service,
    ServiceAtPlace,
    ServiceAtPlaceText,
    ServiceTag,
    ServiceText,
    Team,
)
from portal.i18n import LANGUAGES
from portal.upkeep.queries.basis import codes, laws
from portal.upkeep.queries.stops import stops
from portal.upkeep.snapshots import DATES, FACTS, NUMBERS, TEXTS, TICKS, YES, Snapshot
from portal.upkeep.timetables import WRITTEN_IN, lines
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary


def snapshot(service: Service) -> Snapshot:
    """Everything that editors may change, in a fixed number of statements."""
    return {
        **facts(service),
        **tags(service),
        **texts(service),
        **easy_texts(service),
        **channels(service),
        "phone_hours": hours(PhoneHours, PhoneException, service.id).get(
            service.id, ""
        ),
        **places(service),
        **stops(service),
        **codes(service),
        **laws(service),
    }


def text_of(value: object) -> str:
    if isinstance(value, bool):
        return YES if value else ""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return "" if value is None else str(value)


def facts(service: Service) -> Snapshot:
    row = Service.get_by_id(service.id)
    organisation = Organisation.select(Organisation.code).where(
        Organisation.id == row.organisation
    )
    team = Team.select(Team.code).where(Team.id == row.team)
    return {
        "organisation": next((code for (code,) in tuples(organisation)), ""),
        "team": next((code for (code,) in tuples(team)), ""),
        **{
            name: text_of(getattr(row, name))
            for name in (*FACTS, *TICKS, *NUMBERS, *DATES)
        },
    }


def tags(service: Service) -> Snapshot:
    """The codes of each scheme, in the vocabulary's order."""
    found = tuples(ServiceTag.select(ServiceTag.term).where(_of(ServiceTag, service)))
    chosen, words = {term for (term,) in found}, vocabulary()
    return {
        f"tags/{scheme.value}": " ".join(
            word.code for word in words.of(scheme).values() if word.id in chosen
        )
        for scheme in Scheme
    }


def texts(service: Service) -> Snapshot:
    return {
        f"text/{row.language}/{name}": text_of(getattr(row, name))
        for row in in_order(ServiceText, service)
        for name in (*TEXTS, "state", "source", "source_at")
    }


def easy_texts(service: Service) -> Snapshot:
    return {
        f"easy/{row.language}/{name}": text_of(getattr(row, name))
        for row in in_order(EasyText, service)
        for name in ("name", "body", "state", "checked_on")
    }


def in_order(model: Any, service: Service) -> list[Any]:
    """The texts of a service, in the order of the portal's languages."""
    found = model.select().where(_of(model, service))
    return sorted(found, key=lambda row: list(LANGUAGES).index(row.language))


def channels(service: Service) -> Snapshot:
    rows = list(
        Channel.select()
        .where(_of(Channel, service))
        .order_by(Channel.position, Channel.id)
    )
    written = _texts_by_owner(ChannelText, ChannelText.channel, rows)
    found: Snapshot = {}
    for row in rows:
        part = f"channel/{row.id}"
        found |= {
            f"{part}/kind": text_of(row.kind),
            f"{part}/contact": row.contact,
            f"{part}/identification": text_of(row.identification),
        }
        for language in LANGUAGES:
            text = written[row.id].get(language)
            found[f"{part}/name/{language}"] = text.name if text else ""
            found[f"{part}/note/{language}"] = text.note if text else ""
    return found


def places(service: Service) -> Snapshot:
    rows: list[Any] = list(
        ServiceAtPlace.select(ServiceAtPlace, Place.slug.alias("slug"))
        .join(Place)
        .where(_of(ServiceAtPlace, service))
        .order_by(Place.slug)
        .objects()
    )
    written = _texts_by_owner(
        ServiceAtPlaceText, ServiceAtPlaceText.service_at_place, rows
    )
    times = hours(OpeningHours, OpeningException, *(row.id for row in rows))
    found: Snapshot = {}
    for row in rows:
        part = f"place/{row.slug}"
        found |= {
            f"{part}/appointment": text_of(row.appointment),
            f"{part}/phone": row.phone,
            f"{part}/on_holidays": text_of(row.on_holidays),
            f"{part}/hours": times.get(row.id, ""),
        }
        for language in LANGUAGES:
            text = written[row.id].get(language)
            found[f"{part}/note/{language}"] = text.note if text else ""
            found[f"{part}/cost/{language}"] = text.cost if text else ""
    return found


def hours(usual: Any, special: Any, *owners: int) -> dict[int, str]:
    """The lines of hours of each owner that has any."""
    weekly: dict[int, list[Weekly]] = defaultdict(list)
    different: dict[int, list[Different]] = defaultdict(list)
    owner = "service" if usual is PhoneHours else "service_at_place"
    for row in usual.select().where(getattr(usual, owner).in_(owners)):
        weekly[getattr(row, owner)].append(
            Weekly(
                row.weekday,
                row.opens,
                row.closes,
                row.valid_from,
                row.valid_until,
                row.every_weeks,
            )
        )
    for row in special.select().where(getattr(special, owner).in_(owners)):
        different[getattr(row, owner)].append(
            Different(row.first_on, row.last_on, row.opens, row.closes)
        )
    return {
        key: lines(weekly[key], different[key], WRITTEN_IN)
        for key in {*weekly, *different}
    }


def _of(model: Any, service: Service) -> Any:
    return model.service == service.id


def _texts_by_owner(
    model: Any, owner: Any, rows: list[Any]
) -> dict[int, dict[str, Any]]:
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    for text in model.select().where(owner.in_([row.id for row in rows])):
        found[getattr(text, owner.name)][text.language] = text
    return found
