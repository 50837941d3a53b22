"""How far a cost study has come: draft, reviewed, published."""

from enum import StrEnum

from portal.accounts.models import User
from portal.costs.actions.saving import STUDIES
from portal.costs.indexing import entries
from portal.costs.models import (
    CHANGES,
    KIND,
    CostStudy,
    CostStudyVersion,
    StudyState,
)
from portal.costs.queries.lacks import lacking
from portal.costs.reading import study_of
from portal.db import bump, database, today
from portal.search import actions as search
from portal.upkeep.actions.versioned import Gone


class Why(StrEnum):
    """Why a study stays where it is."""

    CHANGED = "changed"
    OWN = "own"
    LACKS = "lacks"
    NOT_REVIEWED = "not-reviewed"


class Refused(Exception):  # noqa: N818  a rule, not a fault
    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def set_state(study_id: int, state: StudyState, *, edition: int, by: User) -> CostStudy:
    """Set the state of the edition that was read. Raises Refused, and Gone if the study
    was taken away."""
    with database.atomic():
        bump(CHANGES)
        study = CostStudy.get_or_none(CostStudy.id == study_id)
        if study is None:
            raise Gone
        if study.state is state:
            return study
        if study.edition != edition:
            raise Refused(Why.CHANGED)
        STEPS[state](study, by)
        study.state = state
        study.save()
        search.replace(KIND, study.id, entries([study.id]))
    return study


def _draft(study: CostStudy, _by: User) -> None:
    """What was published stays public."""
    study.reviewed_by = study.reviewed_on = None


def _review(study: CostStudy, by: User) -> None:
    if study.state is StudyState.PUBLISHED:
        raise Refused(Why.NOT_REVIEWED)
    if by.id in {study.made_by, last_editor(study)}:
        raise Refused(Why.OWN)
    if lacking(study_of(STUDIES.snapshot(study))):
        raise Refused(Why.LACKS)
    study.reviewed_by, study.reviewed_on = by.id, today()


def _publish(study: CostStudy, _by: User) -> None:
    if study.state is not StudyState.REVIEWED:
        raise Refused(Why.NOT_REVIEWED)
    study.published_on = today()
    if STUDIES.snapshot_at(study, study.edition) is None:
        STUDIES.keep_version(study, study.edition, STUDIES.snapshot(study))
    CostStudyVersion.update(published_on=study.published_on).where(
        CostStudyVersion.study == study.id,
        CostStudyVersion.edition == study.edition,
    ).execute()


STEPS = {
    StudyState.DRAFT: _draft,
    StudyState.REVIEWED: _review,
    StudyState.PUBLISHED: _publish,
}


def last_editor(study: CostStudy) -> int | None:
    row = (
        CostStudyVersion.select(CostStudyVersion.saved_by)
        .where(CostStudyVersion.study == study.id)
        .order_by(CostStudyVersion.edition.desc())
        .first()
    )
    return row.saved_by if row else None
