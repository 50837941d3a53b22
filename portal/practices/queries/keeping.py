"""Who looks after a practice, and who may see it at all."""

from dataclasses import dataclass

from portal.db import tuples
from portal.permissions import Permission, can
from portal.practices.models import Practice, PracticeAuthor
from portal.practices.queries.texts import is_published


@dataclass(frozen=True)
class Kept:
    """A practice as the policy asks about it: `organisation` owns it; the editors of
    all `organisations`, the owner and the authors, look after it."""

    id: int
    slug: str
    organisation: int | None
    organisations: frozenset[int]


def kept_by(practice: Practice) -> Kept:
    """One statement."""
    authors = tuples(
        PracticeAuthor.select(PracticeAuthor.organisation).where(
            PracticeAuthor.practice == practice.id
        )
    )
    owner = {practice.organisation} - {None}
    everybody = frozenset({key for (key,) in authors} | owner)
    return Kept(practice.id, practice.slug, practice.organisation, everybody)


def findable(slug: str) -> Practice | None:
    """The practice if the current user may see it: something of it is published, or
    they may edit it. One statement for what is published, else two."""
    found = (
        Practice.select(Practice, is_published(Practice.id).alias("published"))
        .where(Practice.slug == slug)
        .first()
    )
    if found is None or found.published:
        return found
    return found if can(Permission.PRACTICE_EDIT, kept_by(found)) else None
