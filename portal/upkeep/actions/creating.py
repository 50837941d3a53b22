"""New services: from nothing, or as a copy of another."""

from portal.accounts.models import User
from portal.db import bump, database, now
from portal.directory.actions.services import RESERVED
from portal.directory.models import (
    CHANGES,
    Organisation,
    Origin,
    Service,
    ServiceText,
    Team,
    TextState,
)
from portal.slugs import free_slug
from portal.text import slugify
from portal.upkeep.actions.rows import write
from portal.upkeep.actions.saving import SERVICES
from portal.upkeep.queries.services import Kept
from portal.upkeep.queries.snapshots import snapshot
from portal.upkeep.snapshots import keys


def create(  # noqa: PLR0913  what a service begins with
    *,
    submission: str,
    language: str,
    name: str,
    summary: str,
    organisation: str,
    team: str,
    by: User,
) -> Service:
    """A draft in one language. The same submission twice makes one service."""
    key = f"submission:{submission}"
    with database.atomic():
        bump(CHANGES)
        if made := Service.get_or_none(Service.twin_key == key):
            return made
        service = Service.create(
            slug=free_slug(Service.slug, slugify(name), RESERVED),
            origin=Origin.REGION,
            twin_key=key,
            organisation=Organisation.get_or_none(Organisation.code == organisation),
            team=Team.get_or_none(Team.code == team),
        )
        ServiceText.create(
            service=service,
            language=language,
            name=name,
            summary=summary,
            state=TextState.DRAFT,
        )
        SERVICES.keep_version(service, 1, snapshot(service), saved_by=by)
    return service


def copy(
    source: Kept, *, submission: str, organisation: int | None, by: User
) -> Service:
    """The same service once more, every text a draft. One for another organisation
    than the source's has no team yet."""
    key = f"submission:{submission}"
    with database.atomic():
        bump(CHANGES)
        if made := Service.get_or_none(Service.twin_key == key):
            return made
        service = Service.create(
            slug=free_slug(Service.slug, source.slug, RESERVED),
            origin=Origin.REGION,
            twin_key=key,
        )
        wanted = {**source.snapshot, "checked_on": ""}
        for kind in ("text", "easy"):
            for language in keys(wanted, kind):
                wanted[f"{kind}/{language}/state"] = TextState.DRAFT.value
        write(service, snapshot(service), wanted)
        if organisation != source.service.organisation:
            Service.update(organisation=organisation, team=None).where(
                Service.id == service.id
            ).execute()
        _keep_up(service, source)
        SERVICES.keep_version(service, 1, snapshot(service), saved_by=by)
    return service


def _keep_up(service: Service, source: Kept) -> None:
    """Translations that followed their source follow it in the copy too."""
    following = [
        language
        for language in source.languages
        if source.snapshot[f"text/{language}/source"] and not source.older(language)
    ]
    ServiceText.update(source_at=now()).where(
        ServiceText.service == service.id, ServiceText.language.in_(following)
    ).execute()
