"""What waits for those who keep the directory. Each kind is a fixed number of
statements, and counts are of everything, however little is shown."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from peewee import Case, fn

from portal.db import today, tuples
from portal.directory.models import (
    Channel,
    Known,
    Origin,
    Service,
    ServiceAtPlace,
    ServiceText,
    TextState,
)
from portal.directory.queries.texts import visible_texts
from portal.i18n import LANGUAGES
from portal.upkeep.queries import elsewhere, feedback, links, reviews
from portal.upkeep.queries.elsewhere import FailingElsewhere
from portal.upkeep.queries.feedback import Told
from portal.upkeep.queries.links import Failing
from portal.upkeep.queries.names import Called, called
from portal.upkeep.queries.reviews import Due
from portal.upkeep.queries.scope import kept

MOST_SHOWN = 20
SOON_DAYS = 31
REQUIRED = ("fi", "sv")


@dataclass(frozen=True)
class Missing:
    """A card without a public text in these languages."""

    service_id: int
    languages: list[str]

    @property
    def required(self) -> bool:
        return any(code in REQUIRED for code in self.languages)


@dataclass(frozen=True)
class Older:
    """A text whose source has changed since it was translated."""

    service_id: int
    language: str
    source: str


@dataclass(frozen=True)
class Closed:
    """A card whose every way in asks for strong identification."""

    service_id: int


@dataclass(frozen=True)
class Tasks:
    """Each kind whole; `names` are those of the cards that are shown."""

    late: list[Due]
    soon: list[Due]
    failing: list[Failing]
    elsewhere: list[FailingElsewhere]
    feedback: list[Told]
    open_feedback: int
    missing: list[Missing]
    older: list[Older]
    closed: list[Closed]
    names: dict[int, Called]

    @property
    def counts(self) -> dict[str, int]:
        return {
            "late": len(self.late),
            "feedback": self.open_feedback,
            "failing": len(self.failing),
            "elsewhere": len(self.elsewhere),
            "missing": len(self.missing),
            "older": len(self.older),
            "closed": len(self.closed),
            "soon": len(self.soon),
        }


def tasks(
    language: str,
    mine: frozenset[int] | None = None,
    team: str = "",
    organisation: str = "",
) -> Tasks:
    """Everything that waits for somebody; what fails outside of cards belongs to no
    team. Eleven statements, and two for each other room if an address fails."""
    narrowed = (mine, team, organisation)
    due = reviews.due(today() + timedelta(days=SOON_DAYS), *narrowed)
    told, open_feedback = feedback.waiting(language, *narrowed)
    found: dict[str, list[Any]] = {
        "late": [card for card in due if card.late],
        "soon": [card for card in due if not card.late],
        "failing": links.failing(*narrowed),
        "missing": missing(*narrowed),
        "older": older(*narrowed),
        "closed": closed(*narrowed),
    }
    shown = {task.service_id for part in found.values() for task in part[:MOST_SHOWN]}
    return Tasks(
        **found,
        elsewhere=[] if team or organisation else elsewhere.failing(language),
        feedback=told[:MOST_SHOWN],
        open_feedback=open_feedback,
        names=called(shown, language),
    )


def missing(mine: frozenset[int] | None, team: str, organisation: str) -> list[Missing]:
    """Cards that the public can read, but not in every language: first those without
    a required one."""
    has = [
        fn.MAX(Case(None, [(ServiceText.language == code, 1)], 0)) for code in LANGUAGES
    ]
    query = (
        _own(mine, team, organisation, Service.id, *has)
        .join(ServiceText)
        .where(ServiceText.state == TextState.PUBLISHED)
        .group_by(Service.id)
        .having(fn.COUNT(ServiceText.id) < len(LANGUAGES))
        .order_by(Service.id)
    )
    found = [
        Missing(
            service_id,
            [code for code, there in zip(LANGUAGES, flags, strict=True) if not there],
        )
        for service_id, *flags in tuples(query)
    ]
    return sorted(found, key=lambda task: not task.required)


def older(mine: frozenset[int] | None, team: str, organisation: str) -> list[Older]:
    """Public texts that are older than their source."""
    source = ServiceText.alias()
    columns = (Service.id, ServiceText.language, source.language)
    query = (
        _own(mine, team, organisation, *columns)
        .join(ServiceText)
        .join(
            source,
            on=(source.service == ServiceText.service)
            & (source.language == ServiceText.source),
        )
        .where(
            ServiceText.state == TextState.PUBLISHED,
            source.updated_at > ServiceText.source_at,
        )
        .order_by(ServiceText.source_at, Service.id)
    )
    return [Older(*row) for row in tuples(query)]


def closed(mine: frozenset[int] | None, team: str, organisation: str) -> list[Closed]:
    """Public cards whose known ways in all ask for strong identification."""
    open_ways = Channel.select(Channel.service).where(
        Channel.identification != Known.YES
    )
    strong = Channel.select(Channel.service)
    query = _own(mine, team, organisation, Service.id).where(
        Service.phone == "",
        Service.email == "",
        Service.id.in_(strong),
        Service.id.not_in(open_ways),
        Service.id.not_in(ServiceAtPlace.select(ServiceAtPlace.service)),
        Service.id.in_(visible_texts(ServiceText.service)),
    )
    return [Closed(*row) for row in tuples(query.order_by(Service.id))]


def _own(
    mine: frozenset[int] | None, team: str, organisation: str, *columns: Any
) -> Any:
    """Cards of the region that somebody keeps."""
    return Service.select(*columns).where(
        Service.origin == Origin.REGION, kept(mine, team, organisation)
    )
