"""A cost study as it is read: from one of its snapshots to figures. What is published
is read from the version that was, not from what is written since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from portal.costs.models import Part
from portal.costs.reckoning import FREE, Cost, Range, cost, difference, negative
from portal.costs.snapshots import FIGURES, LINE_TEXTS, PARTS, TEXTS, assumption
from portal.directory.queries.names import in_language
from portal.upkeep.snapshots import Snapshot, as_date, keys


@dataclass(frozen=True)
class Words:
    """A study in one language."""

    title: str
    summary: str
    limits: str


@dataclass(frozen=True)
class Assumed:
    """A figure with where it comes from and the day that this tells of."""

    figure: Range
    source: str
    source_on: date | None

    @property
    def has_source(self) -> bool:
        return bool(self.source) and self.source_on is not None


@dataclass(frozen=True)
class Scenario:
    key: str
    names: Mapping[str, str]


@dataclass(frozen=True)
class Line:
    """A group of persons and something they use. What nobody has assumed yet is
    missing from its assumptions."""

    key: str
    groups: Mapping[str, str]
    uses: Mapping[str, str]
    assumed: Mapping[tuple[str, Part], Assumed]

    def figures(self, scenario: str) -> dict[Part, Range] | None:
        """The four figures of a scenario, if all are known."""
        found = [self.assumed.get((scenario, part)) for part in PARTS]
        known = [one.figure for one in found if one]
        whole = len(known) == len(PARTS)
        return dict(zip(PARTS, known, strict=True)) if whole else None

    def cost(self, scenario: str) -> Cost | None:
        figures = self.figures(scenario)
        return cost(list(figures.values())) if figures else None

    def difference(self, scenario: str, first: str) -> Cost:
        """How much more it costs than in the first one; without figures it costs
        nothing."""
        one, other = self.figures(scenario), self.figures(first)
        if one and other:
            same = [
                self.assumed[scenario, part] == self.assumed[first, part]
                for part in PARTS
            ]
            return difference(list(one.values()), list(other.values()), same)
        return (self.cost(scenario) or FREE) + negative(self.cost(first) or FREE)


@dataclass(frozen=True)
class Study:
    """The first scenario is how things are now."""

    texts: Mapping[str, Words]
    scenarios: list[Scenario]
    lines: list[Line]


def study_of(snapshot: Snapshot) -> Study:
    scenarios = [
        Scenario(key, spoken(snapshot, f"scenario/{key}/name"))
        for key in in_order(snapshot, "scenario")
    ]
    return Study(
        {
            code: Words(*(snapshot.get(f"text/{code}/{name}", "") for name in TEXTS))
            for code in keys(snapshot, "text")
        },
        scenarios,
        [line_of(snapshot, key, scenarios) for key in in_order(snapshot, "line")],
    )


def line_of(snapshot: Snapshot, key: str, scenarios: list[Scenario]) -> Line:
    found = {
        (scenario.key, part): assumed(snapshot, assumption(key, part, scenario.key))
        for scenario in scenarios
        for part in PARTS
    }
    groups, uses = (spoken(snapshot, f"line/{key}/{name}") for name in LINE_TEXTS)
    return Line(key, groups, uses, {k: one for k, one in found.items() if one})


def assumed(snapshot: Snapshot, start: str) -> Assumed | None:
    written = [snapshot.get(start + name, "") for name in FIGURES]
    if not all(written):
        return None
    return Assumed(
        Range(*map(Decimal, written)),
        snapshot.get(f"{start}source", ""),
        as_date(snapshot.get(f"{start}source_on", "")),
    )


def in_order(snapshot: Snapshot, kind: str) -> list[str]:
    """The keys of one kind by their positions; alike ones as they came."""
    return sorted(
        keys(snapshot, kind),
        key=lambda key: int(snapshot.get(f"{kind}/{key}/position") or 0),
    )


def spoken(snapshot: Snapshot, start: str) -> dict[str, str]:
    """What is written in each language."""
    return {
        name.removeprefix(f"{start}/"): value
        for name, value in snapshot.items()
        if name.startswith(f"{start}/") and value
    }


def called(names: Mapping[str, str], language: str, other: str = "") -> tuple[str, str]:
    """A name in this language, or in the first that there is; else another word."""
    return in_language(names, language) if names else (other, language)
