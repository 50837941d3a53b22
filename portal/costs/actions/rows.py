"""Writing to the tables what differs between two snapshots of a cost study."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from portal.costs.models import (
    Assumption,
    CostLine,
    CostLineText,
    CostStudy,
    CostStudyText,
    Part,
    Scenario,
    ScenarioText,
)
from portal.costs.snapshots import FIGURES, LINE_TEXTS, PARTS, TEXTS, assumption
from portal.db import insert_all, tuples
from portal.directory.models import Team
from portal.i18n import LANGUAGES
from portal.upkeep.snapshots import (
    Snapshot,
    as_date,
    as_number,
    differing,
    groups,
    members,
)


def write(study: CostStudy, before: Snapshot, after: Snapshot) -> None:
    """Bring the rows of a study from what they hold to what they are to hold."""
    changed = differing(before, after)
    if "team" in changed:
        team = Team.get_or_none(Team.code == after.get("team", ""))
        CostStudy.update(team=team).where(CostStudy.id == study.id).execute()
    parts = list(filter(None, groups(changed)))
    for part in parts:
        if part.startswith("text/"):
            _write_text(study, part.removeprefix("text/"), after)
    renamed = {}
    for part in parts:
        if part.startswith("scenario/"):
            key = part.removeprefix("scenario/")
            renamed[key] = _write_scenario(study, key, members(after, part))
    scenarios = {str(number): number for number in _ids(Scenario, study)}
    scenarios |= {key: number for key, number in renamed.items() if number}
    for part in parts:
        if part.startswith("line/"):
            key = part.removeprefix("line/")
            _write_line(study, key, members(after, part), scenarios)


def _write_text(study: CostStudy, code: str, after: Snapshot) -> None:
    CostStudyText.delete().where(
        CostStudyText.study == study.id, CostStudyText.language == code
    ).execute()
    if after.get(f"text/{code}/title"):
        CostStudyText.create(
            study=study.id,
            language=code,
            **{name: after.get(f"text/{code}/{name}", "") for name in TEXTS},
        )


def _write_scenario(study: CostStudy, key: str, new: Snapshot) -> int:
    """The id that it has now; none if it was taken away."""
    start = f"scenario/{key}"
    number = _placed(Scenario, study, key, new.get(f"{start}/position"))
    ScenarioText.delete().where(ScenarioText.scenario == number).execute()
    names = {code: new.get(f"{start}/name/{code}", "") for code in LANGUAGES}
    insert_all(
        ScenarioText,
        [
            {"scenario": number, "language": code, "name": name}
            for code, name in names.items()
            if name
        ],
    )
    return number


def _write_line(
    study: CostStudy, key: str, new: Snapshot, scenarios: Mapping[str, int]
) -> None:
    start = f"line/{key}"
    number = _placed(CostLine, study, key, new.get(f"{start}/position"))
    if not number:
        return
    CostLineText.delete().where(CostLineText.line == number).execute()
    words = {
        code: {
            column: new.get(f"{start}/{name}/{code}", "")
            for name, column in LINE_TEXTS.items()
        }
        for code in LANGUAGES
    }
    insert_all(
        CostLineText,
        [
            {"line": number, "language": code, **text}
            for code, text in words.items()
            if any(text.values())
        ],
    )
    Assumption.delete().where(Assumption.line == number).execute()
    insert_all(
        Assumption,
        [
            {"line": number, "scenario": scenario, "part": part, **row}
            for called, scenario in scenarios.items()
            for part in PARTS
            for row in _assumed(new, key, part, called)
        ],
    )


def _assumed(
    new: Snapshot, line: str, part: Part, scenario: str
) -> list[dict[str, Any]]:
    start = assumption(line, part, scenario)
    figures = {name: new.get(start + name, "") for name in FIGURES}
    if not all(figures.values()):
        return []
    return [
        {
            **{name: Decimal(value) for name, value in figures.items()},
            "source": new.get(f"{start}source", ""),
            "source_on": as_date(new.get(f"{start}source_on", "")),
        }
    ]


def _placed(model: Any, study: CostStudy, key: str, position: str | None) -> int:
    """The row of a scenario or line set in its place: there already, new, or brought
    back; without a position it is taken away."""
    number = int(key) if key.isdigit() and int(key) in _ids(model, study) else 0
    if position is None:
        model.delete().where(model.id == number).execute()
        return 0
    place = as_number(position) or 0
    if not number:
        return int(model.create(study=study.id, position=place).id)
    model.update(position=place).where(model.id == number).execute()
    return number


def _ids(model: Any, study: CostStudy) -> list[int]:
    found = tuples(model.select(model.id).where(model.study == study.id))
    return [number for (number,) in found]
