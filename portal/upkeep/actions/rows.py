"""Writing to the tables what differs between two snapshots of a service."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from portal.db import now, upsert
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
from portal.upkeep.actions.basis import write_codes, write_law
from portal.upkeep.actions.stops import write_stop
from portal.upkeep.snapshots import (
    DATES,
    FACTS,
    NUMBERS,
    TEXTS,
    TICKS,
    Snapshot,
    as_date,
    as_number,
    differing,
    group,
    groups,
    is_yes,
    members,
)
from portal.upkeep.timetables import read
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

Part = dict[str, str]


def write(service: Service, before: Snapshot, after: Snapshot) -> None:
    """Bring the rows of a service from what they hold to what they are to hold. A
    text that stays as it is keeps its date."""
    changed = differing(before, after)
    _write_facts(service, [name for name in changed if not group(name)], after)
    for part in groups(changed):
        if part:
            kind, key = part.split("/")
            new = {
                name.removeprefix(f"{part}/"): value
                for name, value in members(after, part).items()
            }
            WRITERS[kind](service, key, new)


def _write_facts(service: Service, changed: list[str], after: Snapshot) -> None:
    values: dict[str, Any] = {}
    for name in changed:
        value = after.get(name, "")
        if name == "phone_hours":
            _write_hours(PhoneHours, PhoneException, {"service": service.id}, value)
        elif name.startswith("tags/"):
            _write_tags(service, Scheme(name.removeprefix("tags/")), value.split())
        elif name.startswith("codes/"):
            write_codes(service, name.removeprefix("codes/"), value)
        elif name in COLUMNS:
            values[name] = COLUMNS[name](value)
    if values:
        Service.update(values).where(Service.id == service.id).execute()


def _write_tags(service: Service, scheme: Scheme, codes: list[str]) -> None:
    words = vocabulary().of(scheme)
    ServiceTag.delete().where(
        ServiceTag.service == service.id,
        ServiceTag.term.in_([word.id for word in words.values()]),
    ).execute()
    for code in codes:
        if code in words:
            ServiceTag.create(service=service.id, term=words[code].id)


def _write_text(service: Service, language: str, new: Part) -> None:
    key = {"service": service.id, "language": language}
    if not new:
        ServiceText.delete().where(*_is(ServiceText, key)).execute()
        return
    source_at = new.get("source_at")
    upsert(
        ServiceText,
        key,
        **{name: new.get(name, "") for name in (*TEXTS, "source")},
        state=new["state"],
        source_at=datetime.fromisoformat(source_at) if source_at else None,
        updated_at=now(),
    )


def _write_easy(service: Service, language: str, new: Part) -> None:
    key = {"service": service.id, "language": language}
    if not new:
        EasyText.delete().where(*_is(EasyText, key)).execute()
        return
    upsert(
        EasyText,
        key,
        name=new["name"],
        body=new["body"],
        state=new["state"],
        checked_on=as_date(new.get("checked_on", "")),
        updated_at=now(),
    )


def _write_channel(service: Service, key: str, new: Part) -> None:
    known = Channel.service == service.id, Channel.id == (key if key.isdigit() else 0)
    if not new:
        Channel.delete().where(*known).execute()
        return
    values = {name: new[name] for name in ("kind", "contact", "identification")}
    row = Channel.get_or_none(*known)
    if row is None:
        position = Channel.select().where(Channel.service == service.id).count()
        row = Channel.create(service=service.id, position=position, **values)
    else:
        Channel.update(values).where(Channel.id == row.id).execute()
    ChannelText.delete().where(ChannelText.channel == row.id).execute()
    for language in LANGUAGES:
        name, note = new.get(f"name/{language}", ""), new.get(f"note/{language}", "")
        if name or note:
            ChannelText.create(channel=row.id, language=language, name=name, note=note)


def _write_place(service: Service, slug: str, new: Part) -> None:
    place = Place.get_or_none(Place.slug == slug)
    if place is None:
        return
    key = {"service": service.id, "place": place.id}
    if not new:
        ServiceAtPlace.delete().where(*_is(ServiceAtPlace, key)).execute()
        return
    upsert(
        ServiceAtPlace,
        key,
        appointment=is_yes(new.get("appointment", "")),
        phone=new.get("phone", ""),
        on_holidays=is_yes(new.get("on_holidays", "")),
    )
    row = ServiceAtPlace.get(*_is(ServiceAtPlace, key))
    owner = {"service_at_place": row.id}
    _write_hours(OpeningHours, OpeningException, owner, new.get("hours", ""))
    ServiceAtPlaceText.delete().where(*_is(ServiceAtPlaceText, owner)).execute()
    for language in LANGUAGES:
        note, cost = new.get(f"note/{language}", ""), new.get(f"cost/{language}", "")
        if note or cost:
            text = {"language": language, "note": note, "cost": cost}
            ServiceAtPlaceText.create(**owner, **text)


def _write_hours(usual: Any, special: Any, owner: dict[str, Any], lines: str) -> None:
    weekly, different = read(lines)
    for model, rules in ((usual, weekly), (special, different)):
        model.delete().where(*_is(model, owner)).execute()
        for rule in rules:
            names = rule.__dataclass_fields__
            model.create(**owner, **{name: getattr(rule, name) for name in names})


def _is(model: Any, key: dict[str, Any]) -> list[Any]:
    return [getattr(model, name) == value for name, value in key.items()]


COLUMNS: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(FACTS, str),
    **dict.fromkeys(TICKS, is_yes),
    **dict.fromkeys(NUMBERS, as_number),
    **dict.fromkeys(DATES, as_date),
    "organisation": lambda code: Organisation.get_or_none(Organisation.code == code),
    "team": lambda code: Team.get_or_none(Team.code == code),
}
WRITERS: dict[str, Callable[[Service, str, Part], None]] = {
    "text": _write_text,
    "easy": _write_easy,
    "channel": _write_channel,
    "place": _write_place,
    "stop": write_stop,
    "law": write_law,
}
