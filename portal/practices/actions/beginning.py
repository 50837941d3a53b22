"""New practices: three fields, and the rest grows."""

from dataclasses import dataclass

from portal.accounts.models import User
from portal.db import bump, database
from portal.directory.models import TextState
from portal.directory.queries.names import organisation_with
from portal.practices.actions.creating import PracticeDraftText, create
from portal.practices.actions.saving import PRACTICES
from portal.practices.models import CHANGES, Practice, Stage, StageChange
from portal.slugs import free_slug
from portal.text import slugify

# Addresses of pages that stand beside the practices.
RESERVED = {"new", "kept", "comparison", "marks", "library"}


@dataclass(frozen=True)
class First:
    """What a practice begins with; `organisation` is a code."""

    language: str
    name: str
    summary: str
    problem: str
    organisation: str


def begin(first: First, *, submission: str, by: User) -> Practice:
    """An idea with a draft in one language. The same submission twice makes one."""
    with database.atomic():
        bump(CHANGES)
        if made := Practice.get_or_none(Practice.submission == submission):
            return made
        practice = create(
            {
                "slug": free_slug(Practice.slug, slugify(first.name), RESERVED),
                "stage": Stage.IDEA,
                "organisation": organisation_with(first.organisation),
                "submission": submission,
            },
            {
                first.language: PracticeDraftText(
                    first.name, first.summary, problem=first.problem
                )
            },
            [],
            [],
            states={first.language: TextState.DRAFT},
        )
        StageChange.create(practice=practice, stage=Stage.IDEA, changed_by=by)
        stands = PRACTICES.snapshot(practice)
        PRACTICES.keep_version(practice, 1, stands, saved_by=by)
    return practice
