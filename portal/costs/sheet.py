"""A cost study as a page shows it: scenarios side by side, group by group and line by
line, in one language. This knows no database."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from portal.costs.models import Part
from portal.costs.reading import Assumed, Line, Scenario, Study, called
from portal.costs.reckoning import Cost, Range, total
from portal.costs.snapshots import PARTS

WHOLE = 100


class Named(NamedTuple):
    """A name and the language that it is in."""

    name: str
    language: str


@dataclass(frozen=True)
class Bar:
    """Per cents of the width: how long, and from where to where it may reach."""

    likely: float
    low: float
    high: float


@dataclass(frozen=True)
class Column:
    """A scenario with what it costs. `unknown` lines have no figures yet: the sum is
    without them. The first scenario has no difference."""

    key: str
    named: Named
    cost: Cost
    difference: Cost | None
    unknown: int
    bar: Bar


@dataclass(frozen=True)
class Group:
    """What the lines of one group cost together, by scenario."""

    named: Named
    costs: list[Cost]


@dataclass(frozen=True)
class Formula:
    """A line in one scenario: its likely figures and what comes of them."""

    column: Column
    figures: Mapping[Part, Range] | None
    cost: Cost | None

    @property
    def likely(self) -> dict[Part, Decimal]:
        return {part: one.likely for part, one in (self.figures or {}).items()}


@dataclass(frozen=True)
class Row:
    """An assumption, and the scenarios that share it."""

    part: Part
    columns: list[Column]
    assumed: Assumed


@dataclass(frozen=True)
class Shown:
    key: str
    group: Named
    use: Named
    formulas: list[Formula]
    rows: list[Row]


@dataclass(frozen=True)
class Sheet:
    columns: list[Column]
    groups: list[Group]
    lines: list[Shown]


def sheet(study: Study, language: str) -> Sheet:
    costs = {
        scenario.key: [line.cost(scenario.key) for line in study.lines]
        for scenario in study.scenarios
    }
    sums = {key: total(filter(None, found)) for key, found in costs.items()}
    widest = max((cost.high for cost in sums.values()), default=0) or 1
    first = next(iter(sums), "")
    columns = [
        Column(
            scenario.key,
            Named(*called(scenario.names, language)),
            sums[scenario.key],
            total(line.difference(scenario.key, first) for line in study.lines)
            if place
            else None,
            costs[scenario.key].count(None),
            bar(sums[scenario.key], widest),
        )
        for place, scenario in enumerate(study.scenarios)
    ]
    return Sheet(
        columns,
        groups(study.lines, study.scenarios, language),
        [shown(line, columns, language) for line in study.lines],
    )


def bar(cost: Cost, widest: int) -> Bar:
    return Bar(
        *(
            round(WHOLE * euros / widest, 2)
            for euros in (cost.likely, cost.low, cost.high)
        )
    )


def groups(lines: list[Line], scenarios: list[Scenario], language: str) -> list[Group]:
    """Lines of people who are called alike are one group."""
    by_name: dict[Named, list[Line]] = defaultdict(list)
    for line in lines:
        by_name[Named(*called(line.groups, language))].append(line)
    return [
        Group(
            named,
            [
                total(filter(None, (line.cost(scenario.key) for line in these)))
                for scenario in scenarios
            ],
        )
        for named, these in by_name.items()
    ]


def shown(line: Line, columns: list[Column], language: str) -> Shown:
    shared: dict[tuple[Part, Assumed], list[Column]] = defaultdict(list)
    for part in PARTS:
        for column in columns:
            if assumed := line.assumed.get((column.key, part)):
                shared[part, assumed].append(column)
    return Shown(
        line.key,
        Named(*called(line.groups, language)),
        Named(*called(line.uses, language)),
        [
            Formula(column, line.figures(column.key), line.cost(column.key))
            for column in columns
        ],
        [Row(part, those, assumed) for (part, assumed), those in shared.items()],
    )
