"""How the services that follow a card are. As many statements for one service as
for thousands."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from portal.agreement.models import DefinedService, Field
from portal.db import tuples
from portal.directory.models import (
    Channel,
    Charge,
    Known,
    Origin,
    Service,
    ServiceAtPlace,
    ServiceTag,
    ServiceText,
    TextState,
)
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

ANSWERS = (Field.ASSESSMENT, Field.RECORDED, Field.NAME_ASKED, Field.TOLD)
TAGGED = {
    Scheme.TIER: Field.TIER,
    Scheme.ACCESS: Field.ACCESS,
    Scheme.LANGUAGE: Field.LANGUAGES,
}


@dataclass(frozen=True)
class Local:
    """A public service that follows a card: its names, areas and facts by field."""

    id: int
    slug: str
    card_id: int
    names: dict[str, str]
    areas: frozenset[str]
    facts: dict[Field, tuple[str, ...]]


def services(card_id: int | None = None) -> list[Local]:
    """The public services that follow any card, or this one."""
    one = True if card_id is None else DefinedService.card == card_id
    names = names_of(one)
    tags = tags_of(one)
    channels = channels_of(one)
    at_places = {row[0] for row in tuples(of_defined(ServiceAtPlace, (), one))}
    found = []
    for row in tuples(
        Service.select(
            Service.id,
            Service.slug,
            DefinedService.card,
            Service.phone,
            Service.email,
            Service.wait_days,
            Service.charge,
            Service.assessment,
            Service.recorded,
            Service.name_asked,
            Service.told,
        )
        .join(DefinedService)
        .where(Service.origin == Origin.REGION, one)
    ):
        service_id, slug, card, phone, email, wait, charge, *answers = row
        if service_id not in names:
            continue
        tagged = tags.get(service_id, {})
        reached = bool(phone or email) or service_id in at_places
        channel = Known.YES if reached else unidentified(channels.get(service_id, ()))
        facts = {
            **{f: tuple(sorted(tagged.get(s, ()))) for s, f in TAGGED.items()},
            **plain(charge, answers),
            Field.CHANNEL: (channel.value,),
            Field.WAIT: ((Known.UNKNOWN if wait is None else Known.YES).value,),
        }
        areas = frozenset(tagged.get(Scheme.AREA, ()))
        found.append(Local(service_id, slug, card, names[service_id], areas, facts))
    return found


def plain(charge: Charge, answers: list[Known]) -> dict[Field, tuple[str, ...]]:
    said = zip(ANSWERS, answers, strict=True)
    return {Field.CHARGE: (charge.value,), **{f: (a.value,) for f, a in said}}


def unidentified(ways: Collection[Known]) -> Known:
    """Whether one can turn to the service without strong identification, by what is
    known of its channels."""
    if Known.NO in ways:
        return Known.YES
    return Known.UNKNOWN if not ways or Known.UNKNOWN in ways else Known.NO


def of_defined(model: Any, columns: tuple[Any, ...], one: Any) -> Any:
    """Rows of `model` that belong to services which follow a card."""
    followed = DefinedService.service == model.service
    return (
        model.select(model.service, *columns)
        .join(DefinedService, on=followed)
        .where(one)
    )


def names_of(one: Any) -> dict[int, dict[str, str]]:
    names: dict[int, dict[str, str]] = defaultdict(dict)
    published = ServiceText.state == TextState.PUBLISHED
    texts = of_defined(ServiceText, (ServiceText.language, ServiceText.name), one)
    for service_id, language, name in tuples(texts.where(published)):
        names[service_id][language] = name
    return dict(names)


def tags_of(one: Any) -> dict[int, dict[Scheme, set[str]]]:
    words = vocabulary().words
    wanted = {Scheme.AREA, *TAGGED}
    ids = [word.id for word in words.values() if word.scheme in wanted]
    tags: dict[int, dict[Scheme, set[str]]] = defaultdict(lambda: defaultdict(set))
    rows = of_defined(ServiceTag, (ServiceTag.term,), one)
    for service_id, term_id in tuples(rows.where(ServiceTag.term.in_(ids))):
        word = words[term_id]
        tags[service_id][word.scheme].add(word.code)
    return tags


def channels_of(one: Any) -> dict[int, set[Known]]:
    ways: dict[int, set[Known]] = defaultdict(set)
    for service_id, identification in tuples(
        of_defined(Channel, (Channel.identification,), one)
    ):
        ways[service_id].add(identification)
    return ways
