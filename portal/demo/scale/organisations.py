"""Associations that give a share of the services."""

from random import Random

from portal.demo.scale.stock import Stock
from portal.demo.scale.tables import first_free
from portal.directory.models import (
    Organisation,
    OrganisationText,
    Team,
    TeamText,
)

SERVICES_EACH = 400
KIND = "ngo"
NAMES = {
    "fi": ("{place} ry", "{place} ry, palvelut"),
    "sv": ("{place} rf", "{place} rf, tjänster"),
    "en": ("{place} association", "{place} association, services"),
}


def load_associations(services: int, stock: Stock, seed: int) -> None:
    """One association with a team for so many services."""
    first = first_free(Organisation)
    chance = Random(seed + first)  # noqa: S311  no secret
    for number in range(first, first + services // SERVICES_EACH):
        code = f"association-{number}"
        organisation = Organisation.create(code=code, kind=KIND)
        team = Team.create(organisation=organisation, code=code)
        for language, (name, of_team) in NAMES.items():
            place = stock.place(language, chance)
            OrganisationText.create(
                organisation=organisation,
                language=language,
                name=name.format(place=place),
            )
            TeamText.create(
                team=team, language=language, name=of_team.format(place=place)
            )
