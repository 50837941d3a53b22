"""What services are called, drafts too."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from portal.db import tuples
from portal.directory.models import Service, ServiceText
from portal.directory.queries.names import in_language


@dataclass(frozen=True)
class Called:
    """A card by its name in the language asked for or, marked, in another."""

    slug: str
    name: str
    language: str


def called(ids: Collection[int], language: str) -> dict[int, Called]:
    """Cards of which any text is there. One statement."""
    texts: dict[int, dict[str, Called]] = defaultdict(dict)
    for service_id, slug, name, spoken in tuples(
        ServiceText.select(
            ServiceText.service, Service.slug, ServiceText.name, ServiceText.language
        )
        .join(Service)
        .where(ServiceText.service.in_(sorted(set(ids))))
    ):
        texts[service_id][spoken] = Called(slug, name, spoken)
    return {key: in_language(names, language)[0] for key, names in texts.items()}
