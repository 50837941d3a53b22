"""What a cost study still lacks before it can be reviewed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from portal.costs.models import Part
from portal.costs.reading import Line, Study
from portal.costs.snapshots import PARTS


class Lack(StrEnum):
    TITLE = "title"
    LIMITS = "limits"
    SCENARIOS = "scenarios"
    LINES = "lines"
    FIGURE = "figure"
    SOURCE = "source"


@dataclass(frozen=True)
class Lacking:
    """What lacks, and of what: a language, or a line with a scenario and a part."""

    lack: Lack
    language: str = ""
    line: Line | None = None
    scenario: str = ""
    part: Part | None = None


def lacking(study: Study) -> list[Lacking]:
    """In the order in which one meets it. Two scenarios are the least to compare."""
    return [*of_texts(study), *of_parts(study), *of_lines(study)]


def of_texts(study: Study) -> Iterator[Lacking]:
    if not study.texts:
        yield Lacking(Lack.TITLE)
    for code, words in study.texts.items():
        if not words.limits:
            yield Lacking(Lack.LIMITS, language=code)


def of_parts(study: Study) -> Iterator[Lacking]:
    if len(study.scenarios) < 2:  # noqa: PLR2004  a pair
        yield Lacking(Lack.SCENARIOS)
    if not study.lines:
        yield Lacking(Lack.LINES)


def of_lines(study: Study) -> Iterator[Lacking]:
    for line in study.lines:
        for scenario in study.scenarios:
            for part in PARTS:
                assumed = line.assumed.get((scenario.key, part))
                if assumed is None:
                    lack = Lack.FIGURE
                elif not assumed.has_source:
                    lack = Lack.SOURCE
                else:
                    continue
                yield Lacking(lack, line=line, scenario=scenario.key, part=part)
