"""How a pilot came where it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.accounts.models import User
from portal.pilots.models import PilotState, PilotStep


@dataclass(frozen=True)
class Taken:
    """A step that was taken; `by` is for those who keep the pilot."""

    state: PilotState
    on: date
    note: str
    language: str
    by: str


def history(pilot_id: int) -> list[Taken]:
    """The newest first. One statement."""
    rows: Iterable[Any] = (
        PilotStep.select(PilotStep, User.name.alias("name"))
        .join(User, "LEFT JOIN")
        .where(PilotStep.pilot == pilot_id)
        .order_by(PilotStep.id.desc())
        .objects()
    )
    return [
        Taken(row.state, row.on, row.note, row.language, row.name or "") for row in rows
    ]
