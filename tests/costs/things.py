"""Cost studies with few words: two scenarios, and lines by their figures."""

from itertools import count

from portal.costs.actions.beginning import First, begin
from portal.costs.actions.saving import save
from portal.costs.actions.states import set_state
from portal.costs.models import CostStudy, StudyState
from portal.costs.queries.snapshots import snapshot
from portal.costs.snapshots import FIGURES, PARTS, assumption
from portal.i18n import LANGUAGES
from portal.permissions import Role
from portal.upkeep.snapshots import keys
from tests.factories import make_user

_numbers = count(1)
TWO_WAYS = (
    "This could be read in two ways. Write a thousand as 1000, and two decimals at most"
)
# Persons, use, unit cost and share, each low, likely and high.
NOW = ("10 20 30", "1 2 3", "90 100 110", "50 50 50")
LATER = ("10 20 30", "1 1 2", "90 100 110", "50 50 50")


def make_study(title="", *, slug="", by=None, lines=((NOW, LATER),), lacks=()):
    """A draft with everything that a review asks for, but for what it `lacks`."""
    title = title or f"Study {next(_numbers)}"
    first = First("en", title, "In short", "Now", "")
    by = by or make_user(Role.EDITOR)
    study = begin(first, submission=title, by=by)
    if slug:
        CostStudy.update(slug=slug).where(CostStudy.id == study.id).execute()
    values = {
        "text/en/limits": "Not counted: much",
        "scenario/new1/position": "2",
        "scenario/new1/name/en": "Later",
    }
    save(study, values, edition=1, by=by)
    scenarios = keys(snapshot(study), "scenario")
    values = {}
    for number, figures in enumerate(lines, 1):
        values |= line_values(f"new{number}", scenarios, figures, position=number)
    values = {name: "" if name.endswith(lacks) else v for name, v in values.items()}
    save(study, values, edition=2, by=by)
    return CostStudy.get_by_id(study.id)


def line_values(key, scenarios, figures, *, position=1, group="Adults", use="Advice"):
    start = f"line/{key}"
    words = {f"{start}/{n}/{c}": "" for n in ("group", "used") for c in LANGUAGES}
    values = words | {
        f"{start}/position": str(position),
        f"{start}/group/en": group,
        f"{start}/used/en": use,
    }
    for scenario, told in zip(scenarios, figures, strict=True):
        for part, three in zip(PARTS, told, strict=True):
            start = assumption(key, part, scenario)
            for name, figure in zip(FIGURES, three.split(), strict=True):
                values[start + name] = figure
            values[f"{start}source"] = f"Register of {part}"
            values[f"{start}source_on"] = "2026-01-31"
    return values


def publish(study, by=None):
    by = by or make_user(Role.COORDINATOR)
    edition = CostStudy.get_by_id(study.id).edition
    for state in (StudyState.REVIEWED, StudyState.PUBLISHED):
        set_state(study.id, state, edition=edition, by=by)
    return CostStudy.get_by_id(study.id)


def of_study(study):
    """The keys of its scenarios and of its lines."""
    stands = snapshot(study)
    return keys(stands, "scenario"), keys(stands, "line")


def names_at(study, start):
    return {
        name.removeprefix(start): value
        for name, value in snapshot(study).items()
        if name.startswith(start)
    }
