"""Cost studies as everybody may read them: the version published last."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from portal.costs.models import CostStudy, CostStudyVersion
from portal.costs.queries.publicity import is_public
from portal.costs.reading import Study, study_of


@dataclass(frozen=True)
class Published:
    """A study with when this edition of it was published. `moved_on` tells that it is
    written anew since."""

    id: int
    slug: str
    edition: int
    published_on: date
    moved_on: bool
    study: Study


def published(slug: str) -> Published | None:
    """One statement."""
    return next(iter(_read(CostStudy.slug == slug)), None)


def all_published(ids: Iterable[int] | None = None) -> list[Published]:
    """These, or all that there are, the newest first. One statement."""
    wanted = is_public() if ids is None else CostStudy.id.in_(list(ids))
    return _read(wanted)


def _read(these: Any) -> list[Published]:
    other = CostStudyVersion.alias()
    newest = other.select(fn.MAX(other.edition)).where(
        other.study == CostStudy.id, other.published_on.is_null(False)
    )
    rows: Iterable[Any] = (
        CostStudyVersion.select(
            CostStudyVersion.snapshot,
            CostStudyVersion.edition,
            CostStudyVersion.published_on,
            CostStudy.id.alias("study_id"),
            CostStudy.slug,
            CostStudy.edition.alias("stands"),
        )
        .join(CostStudy)
        .where(is_public(), these, CostStudyVersion.edition == newest)
        .order_by(CostStudyVersion.published_on.desc(), CostStudy.id.desc())
        .objects()
    )
    return [
        Published(
            row.study_id,
            row.slug,
            row.edition,
            row.published_on,
            row.edition != row.stands,
            study_of(json.loads(row.snapshot)),
        )
        for row in rows
    ]
