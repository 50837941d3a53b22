"""Which texts of a service who may read."""

from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from portal.directory.models import Organisation, Service, ServiceText, TextState
from portal.directory.queries.names import in_language


@dataclass(frozen=True)
class Reader:
    """What somebody may read besides what everybody may."""

    drafts: bool = False
    professionals: bool = False
    staff_notes: bool = False


PUBLIC_READER = Reader()


def visible_texts(*columns: Any) -> Any:
    """The texts that the public sees."""
    return ServiceText.select(*columns).where(ServiceText.state == TextState.PUBLISHED)


def texts_of(slug: str, reader: Reader) -> dict[str, ServiceText]:
    """The texts of a service that this reader may see, by language, each with the
    service and its organisation; notes that are not for this reader are emptied."""
    whole = (ServiceText, Service, Organisation)
    query = ServiceText.select(*whole) if reader.drafts else visible_texts(*whole)
    texts: dict[str, ServiceText] = {
        text.language: text
        for text in query.join(Service)
        .join(Organisation, JOIN.LEFT_OUTER)
        .where(Service.slug == slug)
        .order_by(ServiceText.language)
    }
    for text in texts.values():
        text.professionals = text.professionals if reader.professionals else ""
        text.staff_notes = text.staff_notes if reader.staff_notes else ""
    return texts


def chosen(texts: dict[str, ServiceText], language: str) -> ServiceText:
    """The text in this language, else the first one that is published, else any."""
    published = {
        code: text for code, text in texts.items() if text.state is TextState.PUBLISHED
    }
    return texts.get(language) or in_language(published or texts, language)[0]
