"""Why a pilot is where it is, told once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portal.pilots.queries.shelf import Shelved, Step
from portal.pilots.records import Outcome


@dataclass(frozen=True)
class Reason:
    """`outcome` is the selection that told it, if one did."""

    words: str
    language: str
    on: date
    outcome: Outcome | None = None


def reason(pilot: Shelved, outcomes: Iterable[Outcome]) -> Reason | None:
    """As the selection tells it that the last step followed, or as the step does."""
    found = followed(pilot.steps[-1], outcomes) if pilot.steps else None
    if found and found.reason:
        return Reason(found.reason, found.reason_language, pilot.steps[-1].on, found)
    step = pilot.reason
    return Reason(step.note, step.language, step.on) if step else None


def followed(step: Step, outcomes: Iterable[Outcome]) -> Outcome | None:
    """The decision by which a step was taken."""
    return next(
        (
            one
            for one in outcomes
            if one.choice
            and one.choice.value == step.state.value
            and one.selection.decided_on == step.on
        ),
        None,
    )
