"""What practices, decisions, definition cards and services tell of themselves in
public, for `told`."""

from typing import Any

from peewee import Case, fn

from portal.agreement.models import CardState, DefinitionCard, DefinitionText
from portal.directory.models import (
    EasyText,
    Service,
    ServiceText,
    ServiceVersion,
    TextState,
)
from portal.groups.models import Group, GroupDecision, GroupDecisionText
from portal.groups.queries.publicity import is_public as group_is_public
from portal.practices.models import Practice, PracticeText
from portal.threads import things
from portal.threads.queries.told import Topic, columns

NOTE, EASY = "note", "easy"
SENSITIVE = "sensitive"


def practices(ids: list[int]) -> Any:
    return (
        PracticeText.select(
            *columns(
                things.PRACTICE,
                PracticeText.practice,
                language=PracticeText.language,
                slug=Practice.slug,
                title=PracticeText.name,
                words=PracticeText.summary,
                code=Practice.stage,
                at=fn.COALESCE(Practice.published_at, Practice.updated_at),
            )
        )
        .join(Practice)
        .where(
            PracticeText.practice.in_(ids), PracticeText.state == TextState.PUBLISHED
        )
    )


def decisions(ids: list[int]) -> Any:
    return (
        GroupDecisionText.select(
            *columns(
                things.DECISION,
                GroupDecisionText.decision,
                language=GroupDecisionText.language,
                slug=Group.slug,
                title=GroupDecisionText.what,
                words=GroupDecisionText.reason,
                more=GroupDecisionText.who,
                code=GroupDecision.state,
                on=GroupDecision.decided_on,
                until=GroupDecision.due_on,
            )
        )
        .join(GroupDecision)
        .join(Group)
        .where(GroupDecisionText.decision.in_(ids), group_is_public())
    )


def definitions(ids: list[int]) -> Any:
    return (
        DefinitionText.select(
            *columns(
                things.DEFINITION,
                DefinitionText.card,
                language=DefinitionText.language,
                slug=DefinitionCard.slug,
                title=DefinitionText.name,
                on=DefinitionCard.agreed_on,
            )
        )
        .join(DefinitionCard)
        .where(
            DefinitionText.card.in_(ids),
            DefinitionCard.state == CardState.PUBLISHED,
        )
    )


def service_versions(ids: list[int]) -> Any:
    shy = Case(None, [(Service.sensitive == True, SENSITIVE)], "")  # noqa: E712
    return (
        ServiceVersion.select(
            *columns(
                things.SERVICE_VERSION,
                ServiceVersion.id,
                language=ServiceText.language,
                slug=Service.slug,
                title=ServiceText.name,
                code=shy,
                number=ServiceVersion.edition,
                other=ServiceVersion.service,
                at=ServiceVersion.saved_at,
            )
        )
        .join(Service)
        .join(ServiceText, on=ServiceText.service == Service.id)
        .where(ServiceVersion.id.in_(ids), ServiceText.state == TextState.PUBLISHED)
    )


def notes(ids: list[int]) -> Any:
    """What editors said of a version of a service."""
    return ServiceVersion.select(
        *columns(
            NOTE,
            ServiceVersion.id,
            language=ServiceVersion.language,
            words=ServiceVersion.note,
        )
    ).where(ServiceVersion.id.in_(ids), ServiceVersion.note != "")


def easy_texts(ids: list[int]) -> Any:
    """In which languages a service has an easy text."""
    return (
        ServiceVersion.select(
            *columns(EASY, ServiceVersion.id, language=EasyText.language)
        )
        .join(EasyText, on=EasyText.service == ServiceVersion.service)
        .where(ServiceVersion.id.in_(ids), EasyText.state == TextState.PUBLISHED)
    )


TOPICS: dict[str, list[Topic]] = {
    things.PRACTICE: [practices],
    things.DECISION: [decisions],
    things.DEFINITION: [definitions],
    things.SERVICE_VERSION: [service_versions, notes, easy_texts],
}
