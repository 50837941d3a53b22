"""Every pilot as it stands, kept in memory until one changes."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from portal.directory.queries.names import in_language
from portal.memory import remembered
from portal.pilots.models import (
    CHANGES,
    Aim,
    Measure,
    MeasureText,
    Pilot,
    PilotState,
    PilotStep,
    PilotText,
    Site,
    Unit,
)
from portal.suppression import LEAST

TEXTS = ("summary", "hypothesis", "cost", "people", "workers", "harms", "lessons")


@dataclass(frozen=True)
class Words:
    """A pilot in one language."""

    language: str
    name: str
    summary: str
    hypothesis: str
    cost: str
    people: str
    workers: str
    harms: str
    lessons: str


@dataclass(frozen=True)
class ShelvedSite:
    """`area` is the id of a term."""

    id: int
    area: int
    name: str
    variant: str


@dataclass(frozen=True)
class ShelvedMeasure:
    """`names` and `explained` by language. A baseline of fewer than five is not
    there."""

    id: int
    unit: Unit
    aim: Aim
    baseline: Decimal | None
    baseline_n: int | None
    target: Decimal | None
    names: Mapping[str, str]
    explained: Mapping[str, str]

    def name(self, language: str) -> tuple[str, str]:
        return in_language(self.names, language)

    def told(self, language: str) -> tuple[str, str]:
        """How it is counted, if that is told."""
        return in_language(self.explained, language)


@dataclass(frozen=True)
class Step:
    state: PilotState
    on: date
    note: str
    language: str


@dataclass(frozen=True)
class Shelved:
    """`organisation` as the policy asks for it; `steps` first to last."""

    id: int
    slug: str
    state: PilotState
    public: bool
    practice: int | None
    practice_edition: int | None
    group: int | None
    organisation: int | None
    team: int | None
    starts_on: date | None
    ends_on: date | None
    entry_weeks: int
    edition: int
    texts: Mapping[str, Words] = field(default_factory=dict)
    sites: list[ShelvedSite] = field(default_factory=list)
    measures: list[ShelvedMeasure] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def text(self, language: str) -> Words:
        return in_language(self.texts, language)[0]

    @property
    def reason(self) -> Step | None:
        """What was said last of why it is where it is."""
        said = [step for step in self.steps if step.state is self.state and step.note]
        return said[-1] if said else None


@remembered(CHANGES)
def shelf() -> dict[int, Shelved]:
    """By id, the newest first. Six statements, when something has changed."""
    texts: dict[int, dict[str, Words]] = defaultdict(dict)
    for text in PilotText.select():
        texts[text.pilot][text.language] = Words(
            text.language, text.name, *(getattr(text, name) for name in TEXTS)
        )
    sites: dict[int, list[ShelvedSite]] = defaultdict(list)
    for site in Site.select().order_by(Site.position, Site.id):
        sites[site.pilot].append(
            ShelvedSite(site.id, site.area, site.name, site.variant)
        )
    steps: dict[int, list[Step]] = defaultdict(list)
    for step in PilotStep.select().order_by(PilotStep.id):
        steps[step.pilot].append(Step(step.state, step.on, step.note, step.language))
    measures = shelved_measures()
    return {
        row.id: Shelved(
            row.id,
            row.slug,
            row.state,
            row.public,
            row.practice,
            row.practice_edition,
            row.group,
            row.organisation,
            row.team,
            row.starts_on,
            row.ends_on,
            row.entry_weeks,
            row.edition,
            texts[row.id],
            sites[row.id],
            measures[row.id],
            steps[row.id],
        )
        for row in Pilot.select().order_by(Pilot.id.desc())
    }


def shelved_measures() -> dict[int, list[ShelvedMeasure]]:
    names: dict[int, dict[str, str]] = defaultdict(dict)
    explained: dict[int, dict[str, str]] = defaultdict(dict)
    for text in MeasureText.select():
        names[text.measure][text.language] = text.name
        if text.explained:
            explained[text.measure][text.language] = text.explained
    found: dict[int, list[ShelvedMeasure]] = defaultdict(list)
    for row in Measure.select().order_by(Measure.position, Measure.id):
        few = row.baseline_n is not None and row.baseline_n < LEAST
        found[row.pilot].append(
            ShelvedMeasure(
                row.id,
                row.unit,
                row.aim,
                None if few else row.baseline,
                None if few else row.baseline_n,
                row.target,
                names[row.id],
                explained[row.id],
            )
        )
    return found


def shelved(slug: str) -> Shelved | None:
    return next((found for found in shelf().values() if found.slug == slug), None)
