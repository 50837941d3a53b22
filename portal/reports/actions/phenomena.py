"""Making phenomena, writing them, and making them public."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from portal.accounts.models import User
from portal.db import bump, database, now
from portal.i18n import LANGUAGES
from portal.reports.indexing import entries
from portal.reports.models import (
    CHANGES,
    KIND,
    Phenomenon,
    PhenomenonStep,
    PhenomenonVersion,
    Progress,
)
from portal.reports.snapshots import EMPTY, snapshot, write
from portal.search import actions as search
from portal.slugs import free_slug
from portal.text import slugify
from portal.upkeep.actions.versioned import Versioned
from portal.upkeep.snapshots import Snapshot

RESERVED = {"new"}


def create(
    told: Mapping[str, str],
    *,
    by: User | None,
    submission: str = "",
    slug: str = "",
    made_at: datetime | None = None,
) -> Phenomenon:
    """A new phenomenon, of `text/fi/title` and the like. The same submission twice
    makes one."""
    values = {**EMPTY, **told}
    with database.atomic():
        bump(CHANGES)
        made = submission and Phenomenon.get_or_none(
            Phenomenon.submission == submission
        )
        if made:
            return made
        title = next(filter(None, (values[f"text/{c}/title"] for c in LANGUAGES)))
        moment = made_at or now()
        made = Phenomenon.create(
            slug=free_slug(Phenomenon.slug, slug or slugify(title), RESERVED),
            made_by=by,
            made_at=moment,
            updated_at=moment,
            submission=submission or None,
        )
        PhenomenonStep.create(
            phenomenon=made, progress=Progress.GATHERED, on=moment.date(), set_by=by
        )
        write(made, EMPTY, values)
        return made


def set_public(phenomenon_id: int, *, wanted: bool) -> None:
    with database.atomic():
        bump(CHANGES)
        Phenomenon.update(public=wanted, updated_at=now()).where(
            Phenomenon.id == phenomenon_id
        ).execute()
        index(phenomenon_id)


def index(phenomenon_id: int) -> None:
    """In the caller's transaction: as search is to find it now, if at all."""
    search.replace(KIND, phenomenon_id, entries([phenomenon_id]))


def stamps(_thing: Phenomenon, _before: Snapshot, _after: Snapshot) -> dict[str, Any]:
    return {"updated_at": now()}


def restored(before: Snapshot, _theirs: Snapshot) -> Snapshot:
    return before


def after(thing: Phenomenon, _before: Snapshot, _after: Snapshot, _by: User) -> None:
    index(thing.id)


PHENOMENA = Versioned(
    content=CHANGES,
    model=Phenomenon,
    versions=PhenomenonVersion,
    owner="phenomenon",
    snapshot=snapshot,
    write=write,
    stamps=stamps,
    restored=restored,
    after=after,
)
