"""New cost studies: a title and a team, and the rest grows."""

from dataclasses import dataclass

from portal.accounts.models import User
from portal.costs.actions.saving import STUDIES
from portal.costs.models import (
    CHANGES,
    CostStudy,
    CostStudyText,
    Scenario,
    ScenarioText,
)
from portal.db import bump, database
from portal.directory.models import Team
from portal.slugs import free_slug
from portal.text import slugify

# Addresses of pages that stand beside the studies.
RESERVED = {"new"}


@dataclass(frozen=True)
class First:
    """What a study begins with; `now_called` is its first scenario, `team` a code."""

    language: str
    title: str
    summary: str
    now_called: str
    team: str


def begin(first: First, *, submission: str, by: User | None) -> CostStudy:
    """A draft in one language. The same submission twice makes one."""
    with database.atomic():
        bump(CHANGES)
        if made := CostStudy.get_or_none(CostStudy.submission == submission):
            return made
        study = CostStudy.create(
            slug=free_slug(CostStudy.slug, slugify(first.title), RESERVED),
            team=Team.get_or_none(Team.code == first.team),
            made_by=by,
            submission=submission,
        )
        CostStudyText.create(
            study=study,
            language=first.language,
            title=first.title,
            summary=first.summary,
        )
        scenario = Scenario.create(study=study, position=1)
        ScenarioText.create(
            scenario=scenario, language=first.language, name=first.now_called
        )
        stands = STUDIES.snapshot(study)
        STUDIES.keep_version(study, 1, stands, saved_by=by)
    return study
