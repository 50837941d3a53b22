"""What readers say of things that they have reported, in numbers."""

from collections import defaultdict
from collections.abc import Iterable

from peewee import fn

from portal.db import tuples
from portal.moderation.models import Flag, FlagReason

Reports = dict[int, tuple[tuple[FlagReason, int], ...]]


def reports_on(cases: Iterable[int]) -> Reports:
    """How many readers gave which reason, by case, the most given first."""
    wanted = list(cases)
    if not wanted:
        return {}
    count = fn.COUNT(Flag.id)
    query = (
        Flag.select(Flag.case, Flag.reason, count)
        .where(Flag.case.in_(wanted))
        .group_by(Flag.case, Flag.reason)
        .order_by(count.desc(), Flag.reason)
    )
    found: dict[int, list[tuple[FlagReason, int]]] = defaultdict(list)
    for case, reason, readers in tuples(query):
        found[case].append((reason, readers))
    return {case: tuple(reasons) for case, reasons in found.items()}
