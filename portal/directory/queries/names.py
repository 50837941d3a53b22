"""What teams and organisations are called."""

from collections.abc import Mapping
from typing import TypeVar

from portal.db import tuples
from portal.directory.models import OrganisationText, TeamText
from portal.i18n import LANGUAGES

Thing = TypeVar("Thing")


def in_language(texts: Mapping[str, Thing], language: str) -> tuple[Thing, str]:
    """The text and its language: the asked one if there is one, else the first."""
    for code in (language, *LANGUAGES):
        if code in texts:
            return texts[code], code
    raise LookupError("there is no text in any language")


def team_names(language: str) -> dict[int, tuple[str, str]]:
    """Every team's name and the language it is in, by the team's id."""
    names: dict[int, dict[str, str]] = {}
    for team_id, code, name in tuples(
        TeamText.select(TeamText.team, TeamText.language, TeamText.name)
    ):
        names.setdefault(team_id, {})[code] = name
    return {team_id: in_language(texts, language) for team_id, texts in names.items()}


def organisation_names(language: str) -> dict[int, tuple[str, str]]:
    """Every organisation's name and the language it is in, by its id."""
    names: dict[int, dict[str, str]] = {}
    for organisation_id, code, name in tuples(
        OrganisationText.select(
            OrganisationText.organisation,
            OrganisationText.language,
            OrganisationText.name,
        )
    ):
        names.setdefault(organisation_id, {})[code] = name
    return {key: in_language(texts, language) for key, texts in names.items()}
