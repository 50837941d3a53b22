"""Services as rows of a list."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.db import tuples
from portal.directory.models import (
    Known,
    Origin,
    Service,
    ServiceText,
    TextState,
)
from portal.directory.queries.names import in_language
from portal.directory.queries.shelf import shelf
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Word, vocabulary


@dataclass(frozen=True)
class Row:
    """One service in a list, in the language asked for or, marked, in another."""

    id: int
    slug: str
    national: bool
    assessment: Known
    phone: str
    checked_on: date | None
    name: str
    summary: str
    language: str
    tags: dict[Scheme, list[Word]]


@dataclass(frozen=True)
class Group:
    """A title and, under it, its twins for other audiences."""

    best: Row
    twins: list[Row]


def groups(ids: Sequence[Sequence[int]], language: str) -> list[Group]:
    """The rows of these groups of service ids, in the same order."""
    found = rows_of([service_id for group in ids for service_id in group], language)
    return [Group(found[best], [found[twin] for twin in twins]) for best, *twins in ids]


def rows_of(ids: Sequence[int], language: str) -> dict[int, Row]:
    texts: dict[int, dict[str, tuple[Any, ...]]] = defaultdict(dict)
    for service_id, code, *facts in tuples(
        ServiceText.select(
            ServiceText.service,
            ServiceText.language,
            ServiceText.name,
            ServiceText.summary,
            Service.slug,
            Service.origin,
            Service.assessment,
            Service.phone,
            Service.checked_on,
        )
        .join(Service)
        .where(ServiceText.service.in_(ids), ServiceText.state == TextState.PUBLISHED)
    ):
        texts[service_id][code] = tuple(facts)
    tags = tags_of(ids)
    rows = {}
    for service_id, found in texts.items():
        facts, spoken = in_language(found, language)
        name, summary, slug, origin, assessment, phone, checked_on = facts
        rows[service_id] = Row(
            service_id,
            slug,
            origin is Origin.NATIONAL_DESCRIPTION,
            assessment,
            phone,
            checked_on,
            name,
            summary,
            spoken,
            tags[service_id],
        )
    return rows


def tags_of(ids: Sequence[int]) -> dict[int, dict[Scheme, list[Word]]]:
    """What these public services are tagged with, by scheme, in the vocabulary's
    order."""
    known = vocabulary()
    kept = shelf()
    found: dict[int, dict[Scheme, list[Word]]] = {
        service_id: {scheme: [] for scheme in Scheme} for service_id in ids
    }
    for service_id in ids:
        for term_id in kept.terms(service_id):
            word = known.words[term_id]
            found[service_id][word.scheme].append(word)
    return found
