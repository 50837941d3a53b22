"""Storing a service whole: the record, its texts, its tags and its index."""

from dataclasses import asdict

from portal.db import bump, database, now
from portal.directory.actions.drafts import Draft
from portal.directory.actions.indexing import index
from portal.directory.models import (
    CHANGES,
    Channel,
    ChannelText,
    EasyText,
    Service,
    ServiceCode,
    ServiceLaw,
    ServiceTag,
    ServiceText,
)
from portal.slugs import free_slug
from portal.text import slugify

# Addresses of pages that stand beside the services.
RESERVED = {"new", "suggestions"}
PLAIN = (
    "origin",
    "twin_key",
    "organisation",
    "team",
    "assessment",
    "recorded",
    "name_asked",
    "told",
    "charge",
    "phone",
    "email",
    "interpreter",
    "sensitive",
    "wait_days",
    "wait_checked_on",
    "checked_on",
    "review_months",
    "review_email",
)


def store(draft: Draft, service: Service | None = None) -> Service:
    """Store a new service, or this one anew. Its address never changes."""
    values = {name: getattr(draft, name) for name in PLAIN}
    with database.atomic():
        bump(CHANGES)
        if service is None:
            first = next(iter(draft.texts.values()))
            wanted = draft.slug or slugify(first.name)
            service = Service.create(
                slug=free_slug(Service.slug, wanted, RESERVED), **values
            )
        else:
            edition = Service.edition + 1
            changed = {**values, "edition": edition, "updated_at": now()}
            Service.update(changed).where(Service.id == service.id).execute()
        _store_texts(service, draft)
        _store_easy(service, draft)
        _store_channels(service, draft)
        _store_marks(service, draft)
        index(service)
    return service


def _store_texts(service: Service, draft: Draft) -> None:
    ServiceText.delete().where(ServiceText.service == service).execute()
    for language, text in draft.texts.items():
        ServiceText.create(service=service, language=language, **asdict(text))


def _store_easy(service: Service, draft: Draft) -> None:
    EasyText.delete().where(EasyText.service == service).execute()
    for language, text in draft.easy.items():
        EasyText.create(service=service, language=language, **asdict(text))


def _store_channels(service: Service, draft: Draft) -> None:
    Channel.delete().where(Channel.service == service).execute()
    for position, way in enumerate(draft.channels):
        channel = Channel.create(
            service=service,
            position=position,
            kind=way.kind,
            contact=way.contact,
            identification=way.identification,
        )
        for language, (name, note) in way.texts.items():
            ChannelText.create(channel=channel, language=language, name=name, note=note)


def _store_marks(service: Service, draft: Draft) -> None:
    for model in (ServiceTag, ServiceCode, ServiceLaw):
        model.delete().where(model.service == service).execute()
    for term_id in sorted({word.id for word in draft.tags}):
        ServiceTag.create(service=service, term=term_id)
    for mark in {(mark.scheme, mark.uri): mark for mark in draft.codes}.values():
        ServiceCode.create(service=service, **asdict(mark))
    for law in draft.laws:
        ServiceLaw.create(service=service, **asdict(law))
