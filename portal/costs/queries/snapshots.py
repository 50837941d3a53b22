"""A cost study read whole, as it stands in the tables."""

from collections import defaultdict
from typing import Any

from portal.costs.models import (
    Assumption,
    CostLine,
    CostLineText,
    CostStudy,
    CostStudyText,
    Scenario,
    ScenarioText,
)
from portal.costs.snapshots import (
    ASSUMPTION,
    FIGURES,
    LINE_TEXTS,
    PARTS,
    TEXTS,
    assumption,
)
from portal.db import tuples
from portal.decimals import plain
from portal.directory.models import Team
from portal.i18n import LANGUAGES
from portal.upkeep.queries.snapshots import text_of
from portal.upkeep.snapshots import Snapshot


def snapshot(study: CostStudy) -> Snapshot:
    """Everything that may be changed, in seven statements."""
    scenarios = positions(Scenario, study)
    return {
        "team": team(study),
        **texts(study),
        **named_scenarios(study, scenarios),
        **lines(study, list(scenarios)),
    }


def team(study: CostStudy) -> str:
    codes = tuples(
        CostStudy.select(Team.code)
        .left_outer_join(Team, on=CostStudy.team == Team.id)
        .where(CostStudy.id == study.id)
    )
    return text_of(codes[0][0]) if codes else ""


def texts(study: CostStudy) -> Snapshot:
    """In the order of the portal's languages."""
    rows: Any = CostStudyText.select().where(CostStudyText.study == study.id)
    return {
        f"text/{row.language}/{name}": getattr(row, name)
        for row in sorted(rows, key=lambda row: list(LANGUAGES).index(row.language))
        for name in TEXTS
    }


def positions(model: Any, study: CostStudy) -> dict[int, int]:
    """Where each scenario or line stands, by id and in their order."""
    return dict(
        tuples(
            model.select(model.id, model.position)
            .where(model.study == study.id)
            .order_by(model.position, model.id)
        )
    )


def named_scenarios(study: CostStudy, found: dict[int, int]) -> Snapshot:
    rows: Any = ScenarioText.select().join(Scenario).where(Scenario.study == study.id)
    names = {(row.scenario, row.language): row.name for row in rows}
    return {
        name: value
        for key, position in found.items()
        for name, value in [
            (f"scenario/{key}/position", str(position)),
            *(
                (f"scenario/{key}/name/{code}", names.get((key, code), ""))
                for code in LANGUAGES
            ),
        ]
    }


def lines(study: CostStudy, scenarios: list[int]) -> Snapshot:
    of_study = CostLine.study == study.id
    words = {
        (row.line, row.language): row
        for row in CostLineText.select().join(CostLine).where(of_study)
    }
    held: dict[tuple[int, int], dict[str, Any]] = defaultdict(dict)
    for told in Assumption.select().join(CostLine).where(of_study):
        held[told.line, told.scenario][told.part] = told
    found: Snapshot = {}
    for key, position in positions(CostLine, study).items():
        found[f"line/{key}/position"] = str(position)
        for name, column in LINE_TEXTS.items():
            for code in LANGUAGES:
                text = words.get((key, code))
                value = getattr(text, column) if text else ""
                found[f"line/{key}/{name}/{code}"] = value
        for scenario in scenarios:
            for part in PARTS:
                row = held[key, scenario].get(part)
                for name in ASSUMPTION:
                    called = assumption(str(key), part, str(scenario), name)
                    found[called] = value_of(row, name)
    return found


def value_of(row: Any, name: str) -> str:
    if row is None:
        return ""
    value = getattr(row, name)
    return plain(value) if name in FIGURES else text_of(value)
