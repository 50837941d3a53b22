"""A cost study as those who keep it see it."""

from dataclasses import dataclass

from portal.costs.models import CostStudy
from portal.costs.queries.snapshots import snapshot
from portal.costs.reading import Study, study_of
from portal.directory.queries.names import in_language
from portal.upkeep.snapshots import Snapshot, keys


@dataclass(frozen=True)
class Draft:
    """The study as it is written now, published or not."""

    thing: CostStudy
    snapshot: Snapshot
    study: Study

    @property
    def slug(self) -> str:
        return str(self.thing.slug)

    @property
    def edition(self) -> int:
        return int(self.thing.edition)

    @property
    def languages(self) -> list[str]:
        return keys(self.snapshot, "text")

    def name(self, language: str) -> tuple[str, str]:
        """What it is called, and in which language that is."""
        return title_in(self.study, language) or (self.slug, language)


def draft(study: CostStudy) -> Draft:
    stands = snapshot(study)
    return Draft(study, stands, study_of(stands))


def title_in(study: Study, language: str) -> tuple[str, str] | None:
    titles = {code: words.title for code, words in study.texts.items()}
    return in_language(titles, language) if titles else None
