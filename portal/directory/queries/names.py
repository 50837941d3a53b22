"""What teams and organisations are called."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from portal.db import tuples
from portal.directory.models import (
    CHANGES,
    Organisation,
    OrganisationText,
    TeamText,
)
from portal.i18n import LANGUAGES
from portal.memory import remembered

Thing = TypeVar("Thing")


def in_language(texts: Mapping[str, Thing], language: str) -> tuple[Thing, str]:
    """The text and its language: the asked one if there is one, else the first."""
    for code in (language, *LANGUAGES):
        if code in texts:
            return texts[code], code
    raise LookupError("there is no text in any language")


@dataclass(frozen=True)
class Names:
    """Every team and organisation by id, in all languages."""

    teams: dict[int, dict[str, str]]
    organisations: dict[int, dict[str, str]]


@remembered(CHANGES)
def names() -> Names:
    return Names(
        by_id(TeamText, TeamText.team),
        by_id(OrganisationText, OrganisationText.organisation),
    )


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


def organisation_with(code: str) -> int | None:
    """The id of the organisation with this code."""
    found = tuples(
        Organisation.select(Organisation.id).where(Organisation.code == code)
    )
    return found[0][0] if found else None
