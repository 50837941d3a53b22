"""A service as its card: everything somebody needs to know of it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from portal.db import today
from portal.directory.models import (
    KIND,
    Known,
    Origin,
    Service,
    ServiceCode,
    ServiceLaw,
    ServiceText,
)
from portal.directory.queries.listing import tags_of
from portal.directory.queries.names import (
    in_language,
    organisation_names,
    team_names,
)
from portal.directory.queries.places import Visit, visits
from portal.search.queries import Name, related
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import Word

SUMMARY_LIMIT = 150
DAYS_A_MONTH = 30


@dataclass(frozen=True)
class Line:
    """One of the four: what it is about, the answer, and what is said of it."""

    about: str
    answer: Known
    note: str


@dataclass(frozen=True)
class Card:
    service: Service
    text: ServiceText
    missing: bool
    languages: list[str]
    tags: dict[Scheme, list[Word]]
    lines: list[Line]
    visits: list[Visit]
    organisation: tuple[str, str] | None
    team: tuple[str, str] | None
    codes: dict[str, list[ServiceCode]]
    laws: list[ServiceLaw]
    practices: list[Name]
    workshops: list[Name]

    @property
    def national(self) -> bool:
        return self.service.origin is Origin.NATIONAL_DESCRIPTION

    @property
    def late(self) -> bool:
        """Not checked within the time its team has promised."""
        checked: date | None = self.service.checked_on
        if checked is None:
            return False
        return (today() - checked).days > self.service.review_months * DAYS_A_MONTH

    @property
    def summary_too_long(self) -> int:
        """By how many characters the summary is over the national limit."""
        return max(len(self.text.summary) - SUMMARY_LIMIT, 0)


def service(slug: str) -> Service | None:
    return Service.get_or_none(Service.slug == slug)


def card(found: Service, language: str) -> Card:
    """The card of a service in the language asked for or, marked, in another."""
    texts = {
        text.language: text
        for text in ServiceText.select().where(ServiceText.service == found)
    }
    text, spoken = in_language(texts, language)
    teams = team_names(language) if found.team else {}
    owners = organisation_names(language) if found.organisation else {}
    around = related(KIND, found.id, ("practice", "workshop"), language)
    codes: dict[str, list[ServiceCode]] = {}
    for code in (
        ServiceCode.select()
        .where(ServiceCode.service == found)
        .order_by(ServiceCode.scheme, ServiceCode.label)
    ):
        codes.setdefault(code.scheme, []).append(code)
    return Card(
        service=found,
        text=text,
        missing=spoken != language,
        languages=[code for code in texts if code != spoken],
        tags=tags_of([found.id])[found.id],
        lines=[
            Line(about, getattr(found, about), getattr(text, about))
            for about in ("assessment", "recorded", "name_asked", "told")
        ],
        visits=visits(found, language),
        organisation=owners.get(found.organisation),
        team=teams.get(found.team),
        codes=codes,
        laws=laws(found, spoken),
        practices=around["practice"],
        workshops=around["workshop"],
    )


def laws(found: Service, language: str) -> list[ServiceLaw]:
    """The acts, each as named in this language or, marked, in another."""
    acts: dict[int, dict[str, ServiceLaw]] = defaultdict(dict)
    for law in (
        ServiceLaw.select()
        .where(ServiceLaw.service == found)
        .order_by(ServiceLaw.position)
    ):
        acts[law.position][law.language] = law
    return [in_language(names, language)[0] for names in acts.values()]
