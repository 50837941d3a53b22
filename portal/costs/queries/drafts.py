"""Cost studies that somebody keeps and that wait for something."""

from collections.abc import Collection
from dataclasses import dataclass

from portal.costs.models import CostStudy, CostStudyText, StudyState
from portal.db import tuples
from portal.directory.models import Team
from portal.directory.queries.names import in_language

MOST = 50


@dataclass(frozen=True)
class Row:
    slug: str
    state: StudyState
    title: str
    language: str


def drafts(mine: Collection[int] | None, language: str) -> list[Row]:
    """What is not public as it stands, of teams of these organisations (None is all),
    the newest first. Two statements."""
    these = CostStudy.state != StudyState.PUBLISHED
    if mine is not None:
        teams = Team.select(Team.id).where(Team.organisation.in_(sorted(mine)))
        these &= CostStudy.team.in_(teams)
    found = list(
        CostStudy.select().where(these).order_by(CostStudy.id.desc()).limit(MOST)
    )
    titles: dict[int, dict[str, str]] = {study.id: {} for study in found}
    for study, code, title in tuples(
        CostStudyText.select(
            CostStudyText.study, CostStudyText.language, CostStudyText.title
        ).where(CostStudyText.study.in_(list(titles)))
    ):
        titles[study][code] = title
    return [
        Row(study.slug, study.state, *in_language(named, language))
        for study in found
        for named in [titles[study.id] or {language: study.slug}]
    ]
