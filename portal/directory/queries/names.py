"""What teams and organisations are called."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from portal.db import tuples, version
from portal.directory.models import CHANGES, OrganisationText, TeamText
from portal.i18n import LANGUAGES

Thing = TypeVar("Thing")


def in_language(texts: Mapping[str, Thing], language: str) -> tuple[Thing, str]:
    """The text and its language: the asked one if there is one, else the first."""
    for code in (language, *LANGUAGES):
        if code in texts:
            return texts[code], code
    raise LookupError("there is no text in any language")


@dataclass(frozen=True)
class Names:
    """Every team and organisation by id, in all languages, kept until one changes."""

    number: int
    teams: dict[int, dict[str, str]]
    organisations: dict[int, dict[str, str]]


class _Kept:
    names: Names | None = None


def names() -> Names:
    number = version(CHANGES)
    kept = _Kept.names
    if kept is None or kept.number != number:
        kept = _Kept.names = Names(
            number,
            by_id(TeamText, TeamText.team),
            by_id(OrganisationText, OrganisationText.organisation),
        )
    return kept


def by_id(model: Any, owner: Any) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for key, language, name in tuples(model.select(owner, model.language, model.name)):
        found[key][language] = name
    return dict(found)


def team_names(language: str) -> dict[int, tuple[str, str]]:
    """Every team's name and the language it is in, by the team's id."""
    return {key: in_language(texts, language) for key, texts in names().teams.items()}


def organisation_names(language: str) -> dict[int, tuple[str, str]]:
    """Every organisation's name and the language it is in, by its id."""
    every = names().organisations.items()
    return {key: in_language(texts, language) for key, texts in every}
