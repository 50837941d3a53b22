"""Telling how far a municipality has come, set by value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from flask_babel import gettext as _

from portal.db import bump, database
from portal.errors import Refused
from portal.pilots.models import (
    CHANGES,
    Pilot,
    PilotState,
    TakeUp,
    TakeUpState,
    TakeUpText,
)
from portal.pilots.queries.take_ups import Place, places
from portal.vocabulary.queries import Word
from portal.web import tag

TAKEN_UP = (
    PilotState.SELECTED,
    PilotState.CONTINUED,
    PilotState.ROLL_OUT,
    PilotState.PERMANENT,
)
"""States of a pilot that municipalities can take up."""


@dataclass(frozen=True)
class Told:
    """What is told of one municipality; no state is not known."""

    state: TakeUpState | None
    edition: int | None = None
    since: date | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


def seen_of(place: Place | None) -> str:
    """A short name for what stands now."""
    if place is None or place.state is None:
        return tag(None)
    reasons = sorted(place.reasons.items())
    return tag(place.state.value, place.edition, place.since, reasons)


def set_take_up(pilot_id: int, area: Word, told: Told, *, seen: str) -> bool:
    """False if it was told otherwise since `seen`: then nothing is saved."""
    with database.atomic():
        bump(CHANGES)
        demand_selected(pilot_id)
        there = places(pilot_id).get(area.id)
        wanted = Place(area, told.state, told.edition, told.since, dict(told.reasons))
        if seen_of(there) == seen_of(wanted):
            return True
        if seen_of(there) != seen:
            return False
        TakeUp.delete().where(
            TakeUp.pilot == pilot_id, TakeUp.area == area.id
        ).execute()
        if told.state is not None:
            write(pilot_id, area, told)
    return True


def write(pilot_id: int, area: Word, told: Told) -> None:
    made = TakeUp.create(
        pilot=pilot_id,
        area=area.id,
        state=told.state,
        practice_edition=told.edition,
        since=told.since,
    )
    for code, reason in told.reasons.items():
        TakeUpText.create(take_up=made, language=code, reason=reason)


def demand_selected(pilot_id: int) -> None:
    if Pilot.get_by_id(pilot_id).state not in TAKEN_UP:
        raise Refused(_("It is taken up after it has been selected, not before."))
