"""The rules of hours of what one page shows."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from portal.db import now, tuples
from portal.directory.hours import Different, Rules, Weekly
from portal.directory.models import (
    Calendar,
    OpeningException,
    OpeningHours,
)

WEEKLY = ("weekday", "opens", "closes", "valid_from", "valid_until", "every_weeks")
DIFFERENT = ("first_on", "last_on", "opens", "closes")


def this_moment() -> datetime:
    return now().replace(tzinfo=UTC)


def visit_rules(visits: Iterable[tuple[int, Calendar, bool]]) -> dict[int, Rules]:
    """Of visits told by id, calendar and whether they are on holidays."""
    visits = list(visits)
    ids = [visit_id for visit_id, _calendar, _on_holidays in visits]
    weekly = by_owner(OpeningHours.service_at_place, WEEKLY, ids)
    different = by_owner(OpeningException.service_at_place, DIFFERENT, ids)
    return {
        visit_id: Rules(
            tuple(Weekly(*row) for row in weekly[visit_id]),
            tuple(Different(*row) for row in different[visit_id]),
            calendar,
            on_holidays,
        )
        for visit_id, calendar, on_holidays in visits
    }


def by_owner(
    owner: Any, columns: tuple[str, ...], ids: list[int]
) -> dict[int, list[tuple[Any, ...]]]:
    """The columns of every row of these owners."""
    model = owner.model
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    fields = [getattr(model, name) for name in columns]
    for key, *values in tuples(
        model.select(owner, *fields).where(owner.in_(ids)).order_by(model.id)
    ):
        found[key].append(tuple(values))
    return found
