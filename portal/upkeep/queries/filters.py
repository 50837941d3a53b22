"""Narrowing what editors see to one team or one organisation."""

from dataclasses import dataclass

from portal.db import tuples
from portal.directory.models import Organisation, Team
from portal.directory.queries.names import organisation_names, team_names


@dataclass(frozen=True)
class Option:
    """One that can be chosen, with the language of its name."""

    code: str
    name: str
    language: str


@dataclass(frozen=True)
class Narrowing:
    """What is chosen, by code or empty, and what can be."""

    team: str
    organisation: str
    teams: list[Option]
    organisations: list[Option]

    @property
    def chosen(self) -> dict[str, str]:
        both = {"team": self.team, "organisation": self.organisation}
        return {name: code for name, code in both.items() if code}


def narrowing(
    team: str, organisation: str, mine: frozenset[int] | None, language: str
) -> Narrowing:
    """Choices among the organisations that somebody keeps; others are left out. Two
    statements."""
    owners = tuples(Organisation.select(Organisation.id, Organisation.code))
    every = tuples(Team.select(Team.id, Team.code, Team.organisation))
    names = organisation_names(language)
    organisations = [
        Option(code, *names[key])
        for key, code in owners
        if key in names and (mine is None or key in mine)
    ]
    named = team_names(language)
    teams = [
        Option(code, *named[key])
        for key, code, owner in every
        if key in named and (mine is None or owner in mine)
    ]
    return Narrowing(
        team if team in {option.code for option in teams} else "",
        organisation if organisation in {o.code for o in organisations} else "",
        sorted(teams, key=lambda option: option.name.casefold()),
        sorted(organisations, key=lambda option: option.name.casefold()),
    )
