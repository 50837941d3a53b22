"""What of the queue somebody wants to see, and how much there is of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from peewee import SQL, Expression, fn
from peewee import Case as Either

from portal.db import now, tuples
from portal.moderation.models import Case, Cause, Urgency

HOURS = (4, 24, 72)
AGE = "age"


@dataclass(frozen=True)
class Wanted:
    """What is to be seen: all where nothing is said. `hours` is how long it has waited
    at least."""

    workshop: int | None = None
    language: str | None = None
    kind: str | None = None
    cause: Cause | None = None
    hours: int | None = None

    @property
    def query(self) -> dict[str, str]:
        """As it stands in an address."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: str(value) for name, value in said.items() if value is not None}

    def where(self) -> Expression:
        waits: Expression = Case.decided_at.is_null()
        for name in ("workshop", "language", "kind", "cause"):
            value = getattr(self, name)
            if value is not None:
                waits &= getattr(Case, name) == value
        if self.hours is not None:
            waits &= Case.opened_at <= now() - timedelta(hours=self.hours)
        return waits


@dataclass(frozen=True)
class Tally:
    """How many wait that are alike in this. `hours` is the longest of HOURS that they
    have waited, or 0."""

    workshop: int | None
    language: str
    kind: str
    cause: Cause
    hours: int
    urgent: int
    count: int
    oldest: datetime

    def fits(self, wanted: Wanted, but: str = "") -> bool:
        """Whether they are wanted, whatever is wanted of `but`."""
        return all(
            self.holds(field.name, value)
            for field in fields(wanted)
            if field.name != but and (value := getattr(wanted, field.name)) is not None
        )

    def holds(self, name: str, value: object) -> bool:
        if name == "hours":
            return self.hours >= int(str(value))
        return bool(getattr(self, name) == value)

    def values(self, name: str) -> list[Any]:
        """The values under which they are counted."""
        if name == "hours":
            return [hours for hours in HOURS if self.hours >= hours]
        value = getattr(self, name)
        return [] if value is None else [value]


def tallies() -> list[Tally]:
    """Everything that waits, counted. One statement."""
    moment = now()
    ages = [(Case.opened_at <= moment - timedelta(hours=n), n) for n in HOURS[::-1]]
    hours = Either(None, ages, 0)
    alike = (Case.workshop, Case.language, Case.kind, Case.cause)
    urgent = Either(None, [(Case.urgency == int(Urgency.URGENT), 1)], 0)
    counted = Case.select(
        *alike,
        hours.alias(AGE),
        fn.SUM(urgent),
        fn.COUNT(Case.id),
        fn.MIN(Case.opened_at),
    )
    grouped = counted.where(Case.decided_at.is_null()).group_by(*alike, SQL(AGE))
    return [Tally(*row) for row in tuples(grouped)]


def counts(found: Iterable[Tally], wanted: Wanted, name: str) -> Counter[Any]:
    """How many there are of each value of one filter, with the other filters as they
    are."""
    told: Counter[Any] = Counter()
    for tally in found:
        if tally.fits(wanted, but=name):
            told.update(dict.fromkeys(tally.values(name), tally.count))
    return told
