"""A service in easy language (selkokieli, lättläst): a text of its own."""

from dataclasses import dataclass

from portal.directory.hours.timetable import Timetable
from portal.directory.models import EasyText, Service, ServiceText, TextState
from portal.directory.queries.cards import Line, four_lines
from portal.directory.queries.reach import reach
from portal.directory.queries.texts import PUBLIC_READER, Reader, chosen, texts_of


@dataclass(frozen=True)
class EasyPage:
    """`text` is None where there is none in the language asked for; `languages` are
    the others that there are. `plain` is the ordinary text beside it."""

    service: Service
    plain: ServiceText
    text: EasyText | None
    languages: list[str]
    lines: list[Line]
    phone: Timetable | None


def easy(slug: str, language: str, reader: Reader = PUBLIC_READER) -> EasyPage | None:
    """None if this reader may see no text of the service."""
    texts = texts_of(slug, reader)
    if not texts:
        return None
    plain = chosen(texts, language)
    found: Service = plain.service
    query = EasyText.select().where(EasyText.service == found)
    if not reader.drafts:
        query = query.where(EasyText.state == TextState.PUBLISHED)
    every = {text.language: text for text in query.order_by(EasyText.language)}
    return EasyPage(
        service=found,
        plain=plain,
        text=every.get(language),
        languages=[code for code in every if code != language],
        lines=four_lines(found, plain),
        phone=reach([found], language)[found.id].phone,
    )
