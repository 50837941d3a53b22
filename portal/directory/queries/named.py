"""What services are called, for lists in which they are only named."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from portal.db import tuples
from portal.directory.models import Service, ServiceText
from portal.directory.queries.names import in_language
from portal.directory.queries.texts import visible_texts


@dataclass(frozen=True)
class Named:
    """A service by its name in the language asked for or, marked, in another."""

    id: int
    slug: str
    sensitive: bool
    name: str
    language: str


def named(ids: Collection[int], language: str) -> dict[int, Named]:
    """Those of these services that have a text for the public."""
    texts: dict[int, dict[str, Named]] = defaultdict(dict)
    for row in tuples(
        visible_texts(
            ServiceText.service,
            Service.slug,
            Service.sensitive,
            ServiceText.name,
            ServiceText.language,
        )
        .join(Service)
        .where(ServiceText.service.in_(sorted(set(ids))))
    ):
        found = Named(*row)
        texts[found.id][found.language] = found
    return {key: in_language(names, language)[0] for key, names in texts.items()}
