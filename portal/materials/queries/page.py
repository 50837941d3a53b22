"""A material as a page."""

from dataclasses import dataclass

from portal.directory.queries.names import team_names
from portal.materials.models import KIND
from portal.materials.queries.finding import Row, row
from portal.materials.queries.shelf import Shelved
from portal.search.queries import Name, related
from portal.upkeep.queries.elsewhere import Silent, silent
from portal.vocabulary.queries import Word

PRACTICE = "practice"
GROUP = "group"


@dataclass(frozen=True)
class Page:
    """`silent` tells since when its address has not answered, if so."""

    row: Row
    team: tuple[str, str] | None
    practices: list[Name]
    groups: list[Name]
    silent: Silent | None

    @property
    def terms(self) -> list[Word]:
        return [word for words in self.row.material.terms.values() for word in words]

    @property
    def languages(self) -> list[str]:
        """The other languages in which it is described."""
        spoken = self.row.text.language
        return [code for code in self.row.material.texts if code != spoken]


def page(material: Shelved, language: str) -> Page:
    joined = related(KIND, material.id, [PRACTICE, GROUP], language)
    return Page(
        row(material, language),
        team_names(language).get(material.team or 0),
        joined[PRACTICE],
        joined[GROUP],
        silent([material.url]).get(material.url) if material.url else None,
    )
