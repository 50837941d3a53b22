"""Services as they are taken along on paper or in a text message."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from portal.db import ask_versions
from portal.directory.models import CHANGES, Service, ServiceText
from portal.directory.queries.names import in_language
from portal.directory.queries.reach import Reach, reach
from portal.directory.queries.texts import visible_texts
from portal.vocabulary.queries import CHANGES as WORDS


@dataclass(frozen=True)
class Taken:
    """A service in the language of the paper or, marked, in another."""

    service: Service
    text: ServiceText
    reach: Reach


def taken(slugs: Sequence[str], language: str) -> list[Taken]:
    """Those of these services that the public may see, in this order."""
    ask_versions(CHANGES, WORDS)
    texts: dict[str, dict[str, ServiceText]] = defaultdict(dict)
    for text in (
        visible_texts(ServiceText, Service).join(Service).where(Service.slug.in_(slugs))
    ):
        texts[text.service.slug][text.language] = text
    chosen = [in_language(texts[slug], language)[0] for slug in slugs if slug in texts]
    found = reach([text.service for text in chosen], language) if chosen else {}
    return [Taken(text.service, text, found[text.service.id]) for text in chosen]
