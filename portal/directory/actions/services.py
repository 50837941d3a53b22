"""Storing a service whole: the record, its texts, its tags and its index."""

from dataclasses import asdict, dataclass, field
from datetime import date

from portal.db import bump, database, now, tuples
from portal.directory.models import (
    CHANGES,
    KIND,
    Charge,
    Known,
    Organisation,
    Origin,
    Service,
    ServiceCode,
    ServiceLaw,
    ServiceTag,
    ServiceText,
    Team,
)
from portal.search import actions as search
from portal.text import slugify
from portal.vocabulary.queries import Word

WEIGHTS = {"name": 12, "summary": 4, "situations": 4, "audience": 2, "description": 1}
TAG_WEIGHT = 3


@dataclass(frozen=True)
class DraftText:
    """A service in one language; Markdown where it is long."""

    name: str
    summary: str = ""
    description: str = ""
    audience: str = ""
    situations: str = ""
    access: str = ""
    cost: str = ""
    criteria: str = ""
    deadline: str = ""
    processing_time: str = ""
    validity: str = ""
    assessment: str = ""
    recorded: str = ""
    name_asked: str = ""
    told: str = ""


@dataclass(frozen=True)
class Mark:
    """A code of somebody else's list."""

    scheme: str
    uri: str
    label: str
    language: str


@dataclass(frozen=True)
class Law:
    """An act as named in one language; its names share a position."""

    position: int
    language: str
    name: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Everything about a service that is stored at once."""

    origin: Origin
    texts: dict[str, DraftText]
    twin_key: str
    slug: str = ""
    organisation: Organisation | None = None
    team: Team | None = None
    assessment: Known = Known.UNKNOWN
    recorded: Known = Known.UNKNOWN
    name_asked: Known = Known.UNKNOWN
    told: Known = Known.UNKNOWN
    charge: Charge = Charge.UNKNOWN
    phone: str = ""
    email: str = ""
    interpreter: Known = Known.UNKNOWN
    sensitive: bool = False
    strong_identification: bool = False
    checked_on: date | None = None
    review_months: int = 12
    tags: list[Word] = field(default_factory=list)
    codes: list[Mark] = field(default_factory=list)
    laws: list[Law] = field(default_factory=list)


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
    "strong_identification",
    "checked_on",
    "review_months",
)


def store(draft: Draft, service: Service | None = None) -> Service:
    """Store a new service, or this one anew. Its address never changes."""
    values = {name: getattr(draft, name) for name in PLAIN}
    with database.atomic():
        if service is None:
            first = next(iter(draft.texts.values()))
            wanted = draft.slug or slugify(first.name)
            service = Service.create(slug=free_slug(wanted), **values)
        else:
            changed = {**values, "updated_at": now()}
            Service.update(changed).where(Service.id == service.id).execute()
        _store_texts(service, draft)
        _store_marks(service, draft)
        bump(CHANGES)
    return service


def free_slug(wanted: str) -> str:
    """`wanted`, or with the first free number behind it."""
    taken = {
        row[0]
        for row in tuples(
            Service.select(Service.slug).where(
                (Service.slug == wanted) | Service.slug.startswith(f"{wanted}-")
            )
        )
    }
    number, slug = 1, wanted
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def _store_texts(service: Service, draft: Draft) -> None:
    ServiceText.delete().where(ServiceText.service == service).execute()
    search.forget_all(KIND, service.id)
    for language, text in draft.texts.items():
        ServiceText.create(service=service, language=language, **asdict(text))
        search.index(
            KIND,
            service.id,
            language,
            slug=service.slug,
            title=text.name,
            texts=[
                *((weight, getattr(text, name)) for name, weight in WEIGHTS.items()),
                *((TAG_WEIGHT, word.labels[language]) for word in draft.tags),
                *((TAG_WEIGHT, word.doors.get(language, "")) for word in draft.tags),
            ],
        )


def _store_marks(service: Service, draft: Draft) -> None:
    for model in (ServiceTag, ServiceCode, ServiceLaw):
        model.delete().where(model.service == service).execute()
    for term_id in sorted({word.id for word in draft.tags}):
        ServiceTag.create(service=service, term=term_id)
    for mark in {(mark.scheme, mark.uri): mark for mark in draft.codes}.values():
        ServiceCode.create(service=service, **asdict(mark))
    for law in draft.laws:
        ServiceLaw.create(service=service, **asdict(law))
