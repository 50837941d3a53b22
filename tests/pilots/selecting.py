"""Pilots to choose from, and selections that have come so far."""

from datetime import date
from itertools import count

from portal.accounts.models import User
from portal.pilots.actions import creating, decisions, scores, selections
from portal.pilots.actions.creating import PilotDraftText
from portal.pilots.actions.decisions import Ruling, Verdict
from portal.pilots.actions.scores import Point
from portal.pilots.actions.selections import Draft
from portal.pilots.locking import Weighed
from portal.pilots.models import Choice, Pilot, PilotState
from portal.pilots.queries.selections import record, record_by_id
from portal.pilots.records import Given, Record
from tests.factories import make_user

_numbers = count(1)
TITLES = {"fi": "Valinta", "sv": "Urval", "en": "What goes on"}
CRITERIA = (
    Weighed(60, {"fi": "Hyöty", "sv": "Nytta", "en": "Benefit"}),
    Weighed(40, {"fi": "Hinta", "sv": "Pris", "en": "Price"}),
)
BODY = "The steering group"


def make_candidate(name: str = "", **fields) -> Pilot:
    """A public pilot that is being evaluated."""
    n = next(_numbers)
    values = {
        "slug": f"tried-{n}",
        "state": PilotState.BEING_EVALUATED,
        "public": True,
    }
    texts = {"en": PilotDraftText(name or f"Tried {n}", hypothesis="It helps.")}
    return creating.create(values | fields, texts, by=None)


def draft(*pilots: Pilot, **fields) -> Draft:
    values = {"titles": TITLES, "criteria": CRITERIA} | fields
    return Draft(pilots=tuple(pilot.id for pilot in pilots), **values)


def prepared(*pilots: Pilot, slug: str = "what-goes-on", **fields) -> Record:
    """A selection that can be locked."""
    chosen = pilots or (make_candidate(), make_candidate())
    made = selections.create(draft(*chosen, **fields), by=None, slug=slug)
    return again(made.id)


def locked(*pilots: Pilot, **fields) -> Record:
    made = prepared(*pilots, **fields)
    selections.lock(made, seen=made.digest_now, by=None)
    return again(made.id)


def opened(*pilots: Pilot, **fields) -> Record:
    made = locked(*pilots, **fields)
    selections.open_results(made)
    return again(made.id)


def scored(*pilots: Pilot, **fields) -> Record:
    """Every pilot has 4 points for the first criterion and 2 for the others."""
    made = opened(*pilots, **fields)
    give(
        made,
        {
            (number, at): 2 if number else 4
            for number in range(len(made.criteria))
            for at in range(len(made.runners))
        },
    )
    return again(made.id)


def give(made: Record, points: dict[tuple[int, int], int], **fields) -> list:
    """Points by the places of criterion and pilot, as if nobody else gave any."""
    return scores.save(
        made,
        [
            Point(
                *(key := (made.criteria[at].id, made.runners[who].id)),
                Given(number, "The interim report", "en"),
                scores.seen_score(made.scores.get(key)),
            )
            for (at, who), number in points.items()
        ],
        by=None,
        **fields,
    )


def ruling(made: Record, *choices: Choice, **fields) -> Ruling:
    said = choices or (Choice.SELECTED, Choice.NOT_SELECTED)
    values = {
        "body": BODY,
        "on": date.fromisoformat(made.row.locked_at.date().isoformat()),
        "decisions": {"en": "One goes on."},
        "dissents": {"en": "One member would have taken both."},
    } | fields
    verdicts = {
        runner.id: Verdict(choice, {"en": f"Because: {choice.value}."})
        for runner, choice in zip(made.runners, said, strict=True)
    }
    return Ruling(verdicts, **values)


def decided(*pilots: Pilot, by: User | None = None, **fields) -> Record:
    """The first pilot is selected, the second not."""
    made = scored(*pilots, **fields)
    decisions.decide(
        made, ruling(made), seen=decisions.seen_of(made), by=by or make_user()
    )
    return again(made.id)


def again(key: int | str) -> Record:
    """The selection as it stands now."""
    found = record(key) if isinstance(key, str) else record_by_id(key)
    assert found
    return found
