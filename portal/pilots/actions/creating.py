"""Storing a pilot whole, and beginning one."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from portal.accounts.models import User
from portal.db import bump, database, today
from portal.directory.queries.names import organisation_with
from portal.links.actions import join
from portal.pilots.indexing import entries
from portal.pilots.models import (
    CHANGES,
    KIND,
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
from portal.practices.models import KIND as PRACTICE
from portal.search import actions as search
from portal.slugs import free_slug
from portal.text import slugify
from portal.vocabulary.queries import Word

# Addresses of pages that stand beside the pilots.
RESERVED = {"new", "entries"}


@dataclass(frozen=True)
class PilotDraftText:
    name: str
    summary: str = ""
    hypothesis: str = ""
    cost: str = ""
    people: str = ""
    workers: str = ""
    harms: str = ""
    lessons: str = ""


@dataclass(frozen=True)
class SiteDraft:
    area: Word
    name: str = ""
    variant: str = ""
    email: str = ""


@dataclass(frozen=True)
class MeasureDraft:
    """`names` and `explained` by language; baseline and target in the unit: of a share
    per cents."""

    unit: Unit
    aim: Aim
    names: Mapping[str, str]
    explained: Mapping[str, str] = field(default_factory=dict)
    baseline: Decimal | None = None
    baseline_n: int | None = None
    target: Decimal | None = None


def create(  # noqa: PLR0913  what a pilot is made of
    values: Mapping[str, Any],
    texts: Mapping[str, PilotDraftText],
    sites: Iterable[SiteDraft] = (),
    measures: Iterable[MeasureDraft] = (),
    *,
    by: User | None = None,
    on: date | None = None,
) -> Pilot:
    """Store a new pilot with its texts, sites and measures. `values` are columns of
    `Pilot`, its `slug` among them; it is planned `on` that day and not public, unless
    they say otherwise."""
    with database.atomic():
        bump(CHANGES)
        pilot = Pilot.create(**{"made_by": by, **values})
        for language, text in texts.items():
            PilotText.create(pilot=pilot, language=language, **asdict(text))
        for position, site in enumerate(sites):
            told = {"name": site.name, "variant": site.variant, "email": site.email}
            Site.create(pilot=pilot, area=site.area.id, position=position, **told)
        for position, measure in enumerate(measures):
            _store_measure(pilot, position, measure)
        PilotStep.create(pilot=pilot, state=pilot.state, on=on or today(), set_by=by)
        if pilot.practice:
            join(PRACTICE, pilot.practice, KIND, pilot.id)
        search.index_many(KIND, entries([pilot.id]))
    return pilot


def _store_measure(pilot: Pilot, position: int, draft: MeasureDraft) -> None:
    measure = Measure.create(
        pilot=pilot,
        position=position,
        unit=draft.unit,
        aim=draft.aim,
        baseline=draft.baseline,
        baseline_n=draft.baseline_n,
        target=draft.target,
    )
    for language, name in draft.names.items():
        MeasureText.create(
            measure=measure,
            language=language,
            name=name,
            explained=draft.explained.get(language, ""),
        )


@dataclass(frozen=True)
class First:
    """What a pilot begins with; `organisation` is a code."""

    language: str
    name: str
    summary: str
    hypothesis: str
    organisation: str


def begin(first: First, *, submission: str, by: User) -> Pilot:
    """A plan in one language, which only those who keep it see. The same submission
    twice makes one."""
    with database.atomic():
        bump(CHANGES)
        if made := Pilot.get_or_none(Pilot.submission == submission):
            return made
        return create(
            {
                "slug": free_slug(Pilot.slug, slugify(first.name), RESERVED),
                "state": PilotState.PLANNED,
                "organisation": organisation_with(first.organisation),
                "submission": submission,
            },
            {
                first.language: PilotDraftText(
                    first.name, first.summary, first.hypothesis
                )
            },
            by=by,
        )
