"""Picking a service by words, without a list of them all."""

from dataclasses import dataclass

from portal.directory.models import KIND
from portal.search.queries import Name, names, ranked

MOST_FOUND = 5


@dataclass(frozen=True)
class Found:
    """The few that words may mean, and the one that is called exactly so."""

    services: list[Name]
    exact: Name | None = None


def found_by(words: str, language: str) -> Found:
    """At most three statements; none without words."""
    if not words:
        return Found([])
    ids = ranked(KIND, words).ids[:MOST_FOUND]
    known = names(KIND, ids, language) if ids else {}
    by_title = {known[number].title: known[number] for number in ids if number in known}
    services = list(by_title.values())
    return Found(
        services,
        next(
            (one for one in services if one.title.casefold() == words.casefold()), None
        ),
    )
