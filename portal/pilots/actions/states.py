"""How far a pilot has come, set by value; each step is kept with who, when and why."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.accounts.models import User
from portal.db import bump, database, now, today
from portal.errors import Refused
from portal.notices.actions import tell
from portal.notices.queries import followers
from portal.notices.recipients import user_key
from portal.pilots.actions.saving import PILOTS
from portal.pilots.models import (
    CHANGES,
    KIND,
    Candidate,
    Choice,
    Measure,
    Pilot,
    PilotState,
    PilotStep,
    PilotText,
    Selection,
    Site,
    SiteEntry,
    TakeUp,
    TakeUpState,
)
from portal.pilots.queries.publicity import selection_is_public
from portal.upkeep.notes import NO_NOTE, Note

DECIDED = (PilotState.SELECTED, PilotState.NOT_SELECTED, PilotState.CONTINUED)
NEXT: dict[PilotState, tuple[PilotState, ...]] = {
    PilotState.PLANNED: (PilotState.RUNNING, PilotState.NOT_SELECTED),
    PilotState.RUNNING: (PilotState.BEING_EVALUATED, PilotState.NOT_SELECTED),
    PilotState.BEING_EVALUATED: (*DECIDED, PilotState.RUNNING),
    PilotState.SELECTED: (
        PilotState.ROLL_OUT,
        PilotState.NOT_SELECTED,
        PilotState.CONTINUED,
    ),
    PilotState.NOT_SELECTED: (
        PilotState.SELECTED,
        PilotState.CONTINUED,
        PilotState.BEING_EVALUATED,
    ),
    PilotState.CONTINUED: (
        PilotState.BEING_EVALUATED,
        PilotState.SELECTED,
        PilotState.NOT_SELECTED,
    ),
    PilotState.ROLL_OUT: (PilotState.PERMANENT, PilotState.NOT_SELECTED),
    PilotState.PERMANENT: (PilotState.ROLL_OUT, PilotState.NOT_SELECTED),
}
"""What may follow. What was decided may be decided otherwise: nothing is undone, a step
is added."""


def set_state(
    pilot_id: int,
    state: PilotState,
    *,
    by: User | None,
    note: Note = NO_NOTE,
    on: date | None = None,
) -> bool:
    """Let it have come so far. The same again changes nothing. Raises Refused, with
    what is missing in words. Returns whether it changed."""
    with database.atomic():
        bump(CHANGES)
        pilot = Pilot.get_by_id(pilot_id)
        if pilot.state is state:
            return False
        if lacking := lacks(pilot, state, note):
            raise Refused(lacking)
        Pilot.update(state=state, updated_at=now()).where(
            Pilot.id == pilot_id
        ).execute()
        PilotStep.create(
            pilot=pilot_id,
            state=state,
            on=on or today(),
            set_by=by,
            note=note.words,
            language=note.language,
        )
        if pilot.public:
            tell_of_state(pilot_id, state, by)
    return True


def tell_of_state(pilot_id: int, state: PilotState, by: User | None) -> None:
    """Of each state once a day."""
    tell(
        followers(KIND, pilot_id),
        "pilot-state",
        KIND,
        pilot_id,
        happening=f"pilot:{pilot_id}:{state.value}:{today().isoformat()}",
        doer=user_key(by.id) if by else "",
        mailed=False,
        state=state.value,
    )


def lacks(pilot: Pilot, state: PilotState, note: Note) -> str:
    """What must be there before it may come so far, in words; nothing if all is."""
    if state not in NEXT[pilot.state]:
        return _("It can't go there from where it is. Take the steps one by one.")
    if state in DECIDED:
        told = bool(note.words) or is_decided(pilot, state)
        return "" if told else _("Tell the reason, or decide in a selection first.")
    needs = NEEDS.get(state)
    return needs(pilot) if needs else ""


def lacks_figures(pilot: Pilot) -> str:
    entry = SiteEntry.select().join(Site).where(Site.pilot == pilot.id)
    return "" if entry.exists() else _("No place has told any figures yet.")


def lacks_use(pilot: Pilot) -> str:
    in_use = (TakeUp.pilot == pilot.id) & (TakeUp.state == TakeUpState.IN_USE)
    if TakeUp.select().where(in_use).exists():
        return ""
    return _("It is in use in no municipality yet. Tell the roll-out first.")


def lacks_to_run(pilot: Pilot) -> str:
    these: list[tuple[Any, Any]] = [
        (
            PilotText.select().where(
                PilotText.pilot == pilot.id, PilotText.hypothesis != ""
            ),
            _l("what you believe will happen"),
        ),
        (Site.select().where(Site.pilot == pilot.id), _l("a place")),
        (Measure.select().where(Measure.pilot == pilot.id), _l("a measure")),
    ]
    missing = [words for query, words in these if not query.exists()]
    if pilot.starts_on is None:
        missing.append(_l("the day it begins"))
    if not missing:
        return ""
    return _(
        "Before it runs, write: %(missing)s.", missing=", ".join(map(str, missing))
    )


NEEDS = {
    PilotState.RUNNING: lacks_to_run,
    PilotState.BEING_EVALUATED: lacks_figures,
    PilotState.PERMANENT: lacks_use,
}


def is_decided(pilot: Pilot, state: PilotState) -> bool:
    """Whether a selection has chosen so."""
    choice = Choice(state.value)
    these = (Candidate.pilot == pilot.id) & (Candidate.choice == choice)
    return Candidate.select().where(these).exists()


def set_public(pilot_id: int, *, wanted: bool, by: User) -> None:
    """Let everybody see it. Once it has begun, or is chosen from, it is hidden no more,
    however it ends."""
    with database.atomic():
        bump(CHANGES)
        pilot = Pilot.get_by_id(pilot_id)
        if pilot.public == wanted:
            return
        if not wanted and pilot.state is not PilotState.PLANNED:
            raise Refused(
                _("What has begun in public stays public, however it ends. Write why.")
            )
        if not wanted and is_chosen_from(pilot):
            raise Refused(
                _("It is in a selection whose criteria are locked. It stays public.")
            )
        PILOTS.set_values(pilot, {"public": "1" if wanted else ""}, by=by)


def is_chosen_from(pilot: Pilot) -> bool:
    """Whether a selection that everybody sees names it."""
    these = Candidate.select().join(Selection)
    return these.where(Candidate.pilot == pilot.id, selection_is_public()).exists()
