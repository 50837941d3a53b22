"""What search knows of services."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from portal.db import tuples
from portal.directory.models import (
    KIND,
    Service,
    ServiceTag,
    ServiceText,
    TextState,
)
from portal.search import actions as search
from portal.search.actions import EntryDraft
from portal.search.places import in_parts
from portal.text import source_words
from portal.vocabulary.queries import Word, vocabulary

WEIGHTS = {
    "summary": 34,
    "situations": 34,
    "audience": 16,
    "access": 10,
    "criteria": 8,
    "description": 10,
}
LABEL_WEIGHT = 20
DOOR_WEIGHT = 16
TERM_WEIGHT = 48
AT_ONCE = 500


def index(service: Service) -> None:
    """Bring what search knows of a service up to its published texts."""
    search.replace(KIND, service.id, entries([service.id]))


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """The published texts of these services, or of all, as search reads them."""
    wanted = ids
    if wanted is None:
        wanted = [row[0] for row in tuples(Service.select(Service.id))]
    for some in in_parts(sorted(wanted), AT_ONCE):
        yield from entries_of(some)


def entries_of(ids: list[int]) -> Iterator[EntryDraft]:
    known = vocabulary().words
    tags: dict[int, list[Word]] = defaultdict(list)
    for service_id, term_id in tuples(
        ServiceTag.select(ServiceTag.service, ServiceTag.term)
        .where(ServiceTag.service.in_(ids))
        .order_by(ServiceTag.service, ServiceTag.term)
    ):
        tags[service_id].append(known[term_id])
    columns = [getattr(ServiceText, name) for name in WEIGHTS]
    for service_id, language, slug, name, *texts in tuples(
        ServiceText.select(
            ServiceText.service,
            ServiceText.language,
            Service.slug,
            ServiceText.name,
            *columns,
        )
        .join(Service)
        .where(ServiceText.service.in_(ids), ServiceText.state == TextState.PUBLISHED)
        .order_by(ServiceText.service, ServiceText.language)
    ):
        yield EntryDraft(
            service_id,
            language,
            slug,
            name,
            [
                *zip(WEIGHTS.values(), map(source_words, texts), strict=True),
                *labels(tags[service_id], language),
            ],
            term_weights(tags[service_id]),
        )


def term_weights(tags: list[Word]) -> list[tuple[int, int]]:
    """What is about one need or theme alone tells more of it than what is about
    several."""
    together = Counter(word.scheme for word in tags)
    return [(word.id, int(TERM_WEIGHT / together[word.scheme] ** 0.5)) for word in tags]


def labels(tags: Iterable[Word], language: str) -> Iterator[tuple[int, str]]:
    for word in tags:
        yield LABEL_WEIGHT, word.labels[language]
        yield DOOR_WEIGHT, word.doors.get(language, "")
