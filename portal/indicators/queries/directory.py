"""How soon people meet somebody, and what they look for in vain."""

from collections.abc import Iterator
from datetime import timedelta

from peewee import fn

from portal.db import today, tuples
from portal.directory.models import Service, UnmetNeed
from portal.directory.queries.areas import municipalities
from portal.directory.queries.shelf import shelf
from portal.indicators.counted import Counted, middle
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary


def first_meeting() -> Iterator[Counted]:
    """The median of the days that services say one waits for the first meeting."""
    seen = shelf()
    waits = dict(
        tuples(
            Service.select(Service.id, Service.wait_days).where(
                Service.wait_days.is_null(False)
            )
        )
    )
    told = seen.mask(waits) & seen.regional
    areas = seen.tagged[Scheme.AREA]
    for code in municipalities(vocabulary()):
        here = seen.ids[told & areas[code]].tolist()
        yield middle((waits[one] for one in here), code)
    yield middle(waits[one] for one in seen.ids[told].tolist())


def unmet() -> Iterator[Counted]:
    """How often people found nothing, or nothing that fits, in the last whole month."""
    month = (today().replace(day=1) - timedelta(days=1)).replace(day=1)
    found = (
        UnmetNeed.select(fn.COALESCE(fn.SUM(UnmetNeed.count), 0))
        .where(UnmetNeed.month == month)
        .scalar()
    )
    yield Counted(int(found), None)
