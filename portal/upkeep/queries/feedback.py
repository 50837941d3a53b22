"""What people say is wrong, as the public, the sender and the editors see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import JOIN

from portal.db import today
from portal.directory.models import Service, ServiceVersion
from portal.directory.queries.named import Named, named
from portal.directory.queries.names import organisation_names, team_names
from portal.upkeep.models import (
    OVER,
    UNSEEN,
    About,
    FeedbackState,
    Outcome,
    ServiceFeedback,
    Source,
)
from portal.upkeep.queries.scope import kept

MOST_TOLD = 20
PAGE_SIZE = 30
Spoken = tuple[str, str]


@dataclass(frozen=True)
class Told:
    """What everybody may know of one feedback: never the words or the address.
    `owner` is who answers, with the language of that name. That it is urgent is for
    its sender and the editors."""

    id: int
    about: About
    source: Source
    state: FeedbackState
    received_at: datetime
    due_on: date
    outcome: Outcome | None
    answer: str
    answer_language: str
    answered_at: datetime | None
    edition: int | None
    service: Named | None
    owner: Spoken | None
    urgent: bool

    @property
    def is_open(self) -> bool:
        return self.state not in OVER

    @property
    def late(self) -> bool:
        return self.is_open and today() > self.due_on


def of_service(slug: str, language: str) -> tuple[Named, list[Told]] | None:
    """A card that the public sees and what was told of it, newest first."""
    found = Service.select(Service.id).where(Service.slug == slug).scalar()
    service = named([found], language).get(found) if found else None
    if service is None:
        return None
    query = _told().where(ServiceFeedback.service == service.id, seen())
    return service, _read(query.limit(MOST_TOLD), language, {service.id: service})


def followed(code: str, language: str) -> Told | None:
    """The feedback with this code."""
    found = _read(_told().where(ServiceFeedback.code == code), language)
    return found[0] if found else None


def waiting(  # noqa: PLR0913, PLR0917  what narrows a list
    language: str,
    mine: frozenset[int] | None,
    team: str = "",
    organisation: str = "",
    state: FeedbackState | None = None,
    page: int = 1,
) -> tuple[list[Told], int]:
    """One page of what somebody answers for, and how many there are: what is open,
    what is urgent and then what is due first, or what is in one state."""
    query = _told().where(_belongs(mine, team, organisation))
    query = query.where(
        ServiceFeedback.state == state
        if state
        else ServiceFeedback.state.not_in([*OVER, *UNSEEN])
    )
    first = ServiceFeedback.urgent.desc()
    order: list[Any] = [first, ServiceFeedback.due_on, ServiceFeedback.id]
    if state is FeedbackState.ANSWERED:
        order = [ServiceFeedback.answered_at.desc(), ServiceFeedback.id]
    shown = query.order_by(*order).paginate(page, PAGE_SIZE)
    return _read(shown, language), query.order_by().count()


def feedback(feedback_id: int, mine: frozenset[int] | None) -> ServiceFeedback | None:
    """One that this person may answer."""
    return (
        ServiceFeedback.select(ServiceFeedback)
        .join(Service, JOIN.LEFT_OUTER)
        .where(ServiceFeedback.id == feedback_id, _belongs(mine), seen())
        .first()
    )


def seen() -> Any:
    """It waits for no moderator first, and none has closed it."""
    return ServiceFeedback.state.not_in(list(UNSEEN))


def versions_since(found: ServiceFeedback) -> list[ServiceVersion]:
    """What was saved of the card since the feedback came, newest first."""
    return list(
        ServiceVersion.select(
            ServiceVersion.id,
            ServiceVersion.edition,
            ServiceVersion.saved_at,
            ServiceVersion.note,
        )
        .where(
            ServiceVersion.service == found.service,
            ServiceVersion.saved_at >= found.received_at,
        )
        .order_by(ServiceVersion.edition.desc())
    )


def _belongs(
    mine: frozenset[int] | None, team: str = "", organisation: str = ""
) -> Any:
    """Of a service that somebody keeps; what belongs to no service is for those who
    keep all of them."""
    condition = kept(mine, team, organisation)
    whole = mine is None and not team and not organisation
    return ServiceFeedback.service.is_null() | condition if whole else condition


def _told() -> Any:
    return (
        ServiceFeedback.select(
            ServiceFeedback.id,
            ServiceFeedback.about,
            ServiceFeedback.source,
            ServiceFeedback.state,
            ServiceFeedback.received_at,
            ServiceFeedback.due_on,
            ServiceFeedback.outcome,
            ServiceFeedback.answer,
            ServiceFeedback.answer_language,
            ServiceFeedback.answered_at,
            ServiceFeedback.urgent,
            ServiceVersion.edition.alias("saved_as"),
            ServiceFeedback.service.alias("service_id"),
            ServiceFeedback.team.alias("feedback_team"),
            Service.team.alias("service_team"),
            Service.organisation.alias("owner_id"),
        )
        .join(Service, JOIN.LEFT_OUTER)
        .switch(ServiceFeedback)
        .join(ServiceVersion, JOIN.LEFT_OUTER)
        .order_by(ServiceFeedback.received_at.desc(), ServiceFeedback.id.desc())
    )


def _read(
    query: Any, language: str, services: dict[int, Named] | None = None
) -> list[Told]:
    found: Sequence[Any] = list(query.namedtuples())
    if services is None:
        services = named([row.service_id for row in found if row.service_id], language)
    teams, organisations = team_names(language), organisation_names(language)
    return [
        Told(
            id=row.id,
            about=row.about,
            source=row.source,
            state=row.state,
            received_at=row.received_at,
            due_on=row.due_on,
            outcome=row.outcome,
            answer=row.answer,
            answer_language=row.answer_language,
            answered_at=row.answered_at,
            edition=row.saved_as,
            service=services.get(row.service_id),
            owner=teams.get(row.feedback_team)
            or teams.get(row.service_team)
            or organisations.get(row.owner_id),
            urgent=row.urgent,
        )
        for row in found
    ]
