"""The services that an editor keeps, as a list to work through."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from portal.db import tuples
from portal.directory.models import (
    Origin,
    Service,
    ServiceText,
    TextState,
)
from portal.directory.queries.names import in_language, organisation_names, team_names
from portal.i18n import LANGUAGES
from portal.upkeep.queries.services import is_late

PAGE_SIZE = 50
MISSING = {code: f"no-{code}" for code in LANGUAGES}


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to: a state of any text, a language that is missing,
    those never checked, a team."""

    state: str = ""
    missing: str = ""
    team: int = 0


@dataclass(frozen=True)
class Line:
    """One service: its name, the language of that, and how each language stands."""

    slug: str
    name: str
    language: str
    states: dict[str, TextState]
    checked_on: date | None
    late: bool
    team: tuple[str, str] | None
    organisation: tuple[str, str] | None
    edition: int

    @property
    def missing(self) -> list[str]:
        return [code for code in LANGUAGES if code not in self.states]


@dataclass(frozen=True)
class Page:
    lines: list[Line]
    count: int


def page(
    mine: frozenset[int] | None, filters: Filters, language: str, number: int
) -> Page:
    """One page of the list, the longest unchecked first. Three statements."""
    condition = chosen(mine, filters)
    count = Service.select(fn.COUNT(Service.id)).where(condition).scalar()
    found = list(
        Service.select()
        .where(condition)
        .order_by(Service.checked_on.is_null(False), Service.checked_on, Service.slug)
        .paginate(number, PAGE_SIZE)
    )
    texts = texts_of([service.id for service in found])
    teams, owners = team_names(language), organisation_names(language)
    return Page(
        [line(row, texts[row.id], teams, owners, language) for row in found], count
    )


def chosen(mine: frozenset[int] | None, filters: Filters) -> Any:
    condition: Any = Service.origin == Origin.REGION
    if mine is not None:
        condition &= Service.organisation.in_(sorted(mine))
    if filters.team:
        condition &= Service.team == filters.team
    if filters.state:
        some = ServiceText.select(ServiceText.service).where(
            ServiceText.state == TextState(filters.state)
        )
        condition &= Service.id.in_(some)
    if filters.missing:
        there = ServiceText.select(ServiceText.service).where(
            ServiceText.language == filters.missing,
            ServiceText.state == TextState.PUBLISHED,
        )
        condition &= Service.id.not_in(there)
    return condition


def texts_of(ids: list[int]) -> dict[int, dict[str, tuple[str, TextState]]]:
    found: dict[int, dict[str, tuple[str, TextState]]] = defaultdict(dict)
    columns = ServiceText.service, ServiceText.language, ServiceText.name
    for key, code, name, state in tuples(
        ServiceText.select(*columns, ServiceText.state).where(
            ServiceText.service.in_(ids)
        )
    ):
        found[key][code] = (name, state)
    return found


def line(
    row: Service,
    texts: dict[str, tuple[str, TextState]],
    teams: dict[int, tuple[str, str]],
    owners: dict[int, tuple[str, str]],
    language: str,
) -> Line:
    names = {code: name for code, (name, _state) in texts.items()}
    name, spoken = in_language(names, language) if names else (row.slug, language)
    return Line(
        slug=row.slug,
        name=name,
        language=spoken,
        states={code: texts[code][1] for code in LANGUAGES if code in texts},
        checked_on=row.checked_on,
        late=is_late(row),
        team=teams.get(row.team),
        organisation=owners.get(row.organisation),
        edition=row.edition,
    )
