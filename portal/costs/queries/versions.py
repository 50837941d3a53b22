"""Versions of a cost study: how it stood each time it was saved."""

from portal.costs.models import CostStudy, CostStudyVersion
from portal.upkeep.queries.versions import Edition, kept_editions


def editions(study: CostStudy) -> list[Edition]:
    """Every version, newest first."""
    return kept_editions(CostStudyVersion, CostStudyVersion.study == study.id)


def public_editions(study: CostStudy) -> list[Edition]:
    """The versions that were published, newest first. Who saved them is left out."""
    these = (CostStudyVersion.study == study.id) & (
        CostStudyVersion.published_on.is_null(False)
    )
    return [
        found.without_names(found.snapshot)
        for found in kept_editions(CostStudyVersion, these)
    ]
