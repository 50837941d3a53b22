"""Phenomena that wait for an answer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.db import today
from portal.directory.models import Team
from portal.reports.models import Phenomenon, PhenomenonText, Progress
from portal.reports.queries.texts import Titles, title, titles


@dataclass(frozen=True)
class Waiting:
    slug: str
    titles: Titles
    due_on: date | None

    @property
    def late(self) -> bool:
        return self.due_on is not None and self.due_on < today()

    def title(self, language: str) -> tuple[str, str]:
        return title(self.titles, language) or (self.slug, language)


def waits() -> Any:
    """Taken up by somebody who has not answered yet."""
    return (Phenomenon.progress == Progress.TAKEN_UP) & Phenomenon.joined.is_null()


def of(organisations: Collection[int] | None) -> Any:
    """Those that one of these organisations must answer; of all of them."""
    if organisations is None:
        return waits()
    teams = Team.select(Team.id).where(Team.organisation.in_(sorted(organisations)))
    return waits() & Phenomenon.team.in_(teams)


def waiting(organisations: Collection[int] | None) -> list[Waiting]:
    """By date. Two statements."""
    rows: list[Any] = list(
        Phenomenon.select().where(of(organisations)).order_by(Phenomenon.due_on)
    )
    named = titles(PhenomenonText.phenomenon.in_([row.id for row in rows]))
    return [Waiting(row.slug, named.get(row.id, {}), row.due_on) for row in rows]
