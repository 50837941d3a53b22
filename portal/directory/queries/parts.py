"""What hangs on a service, in one statement: its tags, ways, codes and the like."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, Value

from portal.db import tuples
from portal.directory.models import (
    Channel,
    ChannelText,
    EasyText,
    Service,
    ServiceCode,
    ServiceLaw,
    ServiceTag,
    ServiceText,
    TextState,
)

ABSENT = Value("")


@dataclass(frozen=True)
class Part:
    """One row of something; which column means what, the kind of thing tells."""

    number: int
    kind: str
    language: str
    name: str
    address: str
    note: str
    known: str


def parts_of(service: Service) -> dict[str, list[Part]]:
    """By kind of thing: tag, easy, code, law, channel, twin, twin-tag."""
    twins = (Service.twin_key == service.twin_key) & (Service.id != service.id)
    every = (
        arm("tag", ServiceTag, number=ServiceTag.term)
        .where(ServiceTag.service == service)
        .union_all(
            arm("easy", EasyText, language=EasyText.language, name=EasyText.name).where(
                EasyText.service == service, EasyText.state == TextState.PUBLISHED
            )
        )
        .union_all(
            arm(
                "code",
                ServiceCode,
                kind=ServiceCode.scheme,
                language=ServiceCode.language,
                name=ServiceCode.label,
                address=ServiceCode.uri,
            ).where(ServiceCode.service == service)
        )
        .union_all(
            arm(
                "law",
                ServiceLaw,
                number=ServiceLaw.position,
                language=ServiceLaw.language,
                name=ServiceLaw.name,
                address=ServiceLaw.url,
            ).where(ServiceLaw.service == service)
        )
        .union_all(channel_arm().where(Channel.service == service))
        .union_all(
            arm(
                "twin",
                ServiceText,
                number=Service.id,
                kind=Service.slug,
                language=ServiceText.language,
                name=ServiceText.name,
            )
            .join(Service)
            .where(twins, ServiceText.state == TextState.PUBLISHED)
        )
        .union_all(
            arm("twin-tag", ServiceTag, number=ServiceTag.term, kind=Service.slug)
            .join(Service)
            .where(twins)
        )
    )
    found: dict[str, list[Part]] = defaultdict(list)
    for what, *values in tuples(every):
        found[what].append(Part(*values))
    return found


def channel_arm() -> Any:
    """The ways to services, a row for each language that one is told in."""
    return arm(
        "channel",
        Channel,
        number=Channel.position,
        kind=Channel.kind,
        language=ChannelText.language,
        name=ChannelText.name,
        address=Channel.contact,
        note=ChannelText.note,
        known=Channel.identification,
    ).join(ChannelText, JOIN.LEFT_OUTER)


def arm(
    what: str,
    model: Any,
    *,
    number: Any = None,
    **columns: Any,
) -> Any:
    """Rows of one table in the columns of a Part."""
    names = ("kind", "language", "name", "address", "note", "known")
    return model.select(
        Value(what),
        Value(0) if number is None else number,
        *(columns.get(name, ABSENT) for name in names),
    )
