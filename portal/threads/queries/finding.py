"""Things to join, found by words, by an address of this site or by a number."""

from typing import Any

from portal.agreement.models import DefinitionCard
from portal.db import LARGEST_ID, tuples
from portal.directory.models import KIND as SERVICE
from portal.directory.models import Service, ServiceVersion
from portal.pilots.models import Pilot, Selection
from portal.practices.models import Practice
from portal.proposals.models import Answer
from portal.reports.models import Phenomenon
from portal.search.queries import ranked
from portal.threads import things
from portal.threads.queries.suggested import newest_versions
from portal.threads.things import End
from portal.workshops.models import Workshop

MOST = 5
FOUND_BY_WORDS = (
    things.PRACTICE,
    things.WORKSHOP,
    things.PHENOMENON,
    things.PILOT,
    things.DEFINITION,
    things.PROPOSAL,
)
AT: dict[str, tuple[str, Any]] = {
    "practices.practice": (things.PRACTICE, Practice),
    "workshops.cover": (things.WORKSHOP, Workshop),
    "proposals.board": (things.WORKSHOP, Workshop),
    "reports.phenomenon": (things.PHENOMENON, Phenomenon),
    "pilots.pilot": (things.PILOT, Pilot),
    "pilots.selection": (things.SELECTION, Selection),
    "agreement.definition_card": (things.DEFINITION, DefinitionCard),
}
"""What has a page by its slug, by the name of that page."""
NUMBERED = {"proposals.proposal", "proposals.answer"}
VERSIONS = {"directory.service", "upkeep.versions"}


def by_words(words: str) -> list[End]:
    found = [
        End(kind, key)
        for kind in FOUND_BY_WORDS
        for key in ranked(kind, words).ids[:MOST]
    ]
    return [*found, *newest_versions(ranked(SERVICE, words).ids[:MOST])]


def by_number(number: int) -> list[End]:
    """A proposal, and the answer to it."""
    if number > LARGEST_ID:
        return []
    answers = Answer.select(Answer.id).where(Answer.proposal == number)
    return [
        End(things.PROPOSAL, number),
        *(End(things.ANSWER, key) for (key,) in tuples(answers)),
    ]


def at_page(endpoint: str, parts: dict[str, Any], edition: int | None) -> list[End]:
    """What the page with this name tells of."""
    slug = parts.get("slug", "")
    if endpoint in NUMBERED:
        return by_number(parts["number"])
    if endpoint == "ballots.poll":
        return [End(things.POLL, parts["number"])]
    if endpoint in VERSIONS:
        return versions(slug, edition)
    if endpoint not in AT:
        return []
    kind, model = AT[endpoint]
    found = tuples(model.select(model.id).where(model.slug == slug))
    return [End(kind, key) for (key,) in found]


def versions(slug: str, edition: int | None) -> list[End]:
    """One version of a service, or the last few."""
    these = Service.slug == slug
    if edition is not None:
        these &= ServiceVersion.edition == edition
    found = (
        ServiceVersion.select(ServiceVersion.id)
        .join(Service)
        .where(these)
        .order_by(ServiceVersion.edition.desc())
        .limit(MOST)
    )
    return [End(things.SERVICE_VERSION, key) for (key,) in tuples(found)]
