"""How well the cards of services are kept."""

from collections.abc import Iterator

from portal.db import today, tuples
from portal.directory.models import Service, ServiceText, TextState
from portal.directory.queries.areas import municipalities
from portal.directory.queries.shelf import Shelf, shelf
from portal.directory.reviews import months_after
from portal.i18n import LANGUAGES
from portal.indicators.counted import WHOLE, Counted
from portal.search.facets import Mask
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

EVERY = "all"
LANGUAGE_PARTS = (EVERY, *LANGUAGES)
"""Services that can be read in every language, and in each."""


def languages() -> Iterator[Counted]:
    """Of the services of the region, how many can be read in each language."""
    seen = shelf()
    every = seen.regional
    for code in LANGUAGES:
        written = seen.mask(
            one
            for (one,) in tuples(
                ServiceText.select(ServiceText.service).where(
                    ServiceText.language == code,
                    ServiceText.state == TextState.PUBLISHED,
                )
            )
        )
        every = every & written
        yield from by_area(seen, written, code)
    yield from by_area(seen, every, EVERY)


def fresh() -> Iterator[Counted]:
    """Of the services of the region, how many were checked within their own time."""
    seen = shelf()
    columns = (Service.id, Service.checked_on, Service.review_months)
    held = seen.mask(
        one
        for one, checked_on, months in tuples(
            Service.select(*columns).where(Service.checked_on.is_null(False))
        )
        if today() <= months_after(checked_on, months)
    )
    yield from by_area(seen, held)


def by_area(seen: Shelf, held: Mask, part: str = "") -> Iterator[Counted]:
    areas = seen.tagged[Scheme.AREA]
    for code in municipalities(vocabulary()):
        yield of(seen.regional & areas[code], held, code, part)
    yield of(seen.regional, held, WHOLE, part)


def of(services: Mask, held: Mask, area: str, part: str) -> Counted:
    return Counted(int((services & held).sum()), int(services.sum()), area, part)
