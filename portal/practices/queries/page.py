"""A practice as a page: four statements whatever is told of it."""

from dataclasses import dataclass
from typing import Any

from portal.directory.models import TextState
from portal.directory.queries.names import in_language, organisation_names, team_names
from portal.practices.headings import FACTS, HEADINGS
from portal.practices.models import Lived, MarkSort, Practice, PracticeText, Stage
from portal.practices.queries import (
    around,
    experiences,
    likeness,
    marks,
    municipalities,
    questions,
)
from portal.practices.queries.beside import Beside, statement
from portal.practices.queries.keeping import Kept
from portal.practices.queries.marks import SetMark
from portal.practices.queries.shelf import Facet
from portal.practices.queries.texts import completeness
from portal.practices.tally import Sums
from portal.search.queries import Name
from portal.vocabulary.queries import Word

beside = statement(
    [
        around.stages,
        around.authors,
        around.references,
        around.ahead,
        around.back,
        marks.beside,
        experiences.counted,
        experiences.texts,
        around.files,
        likeness.names,
    ]
)


@dataclass(frozen=True)
class Page:
    """`kept` is what the policy asks; `authors` are the names of organisations with
    their language; `told` is how many texts of experience can be read."""

    practice: Practice
    text: PracticeText
    missing: bool
    languages: list[str]
    team: tuple[str, str] | None
    authors: list[tuple[str, str]]
    kept: Kept
    marks: dict[MarkSort, SetMark]
    sums: Sums[Lived]
    told: int
    stages: list[Beside]
    references: list[Beside]
    files: list[around.File]
    services: list[Name]
    workshops: list[Name]
    proposals: list[Name]
    materials: list[Name]
    pilots: list[Name]
    cost_studies: list[Name]
    threads: list[Name]
    groups: list[Name]
    open_questions: list[Name]
    applied: municipalities.OnPage
    questions: questions.Listed
    tags: dict[Facet, list[Word]]
    alike: list[Name]

    @property
    def evidence(self) -> SetMark:
        return self.marks[MarkSort.EVIDENCE]

    @property
    def lived(self) -> SetMark:
        return self.marks[MarkSort.LIVED]

    @property
    def complete(self) -> tuple[int, int]:
        return completeness(self.text)

    @property
    def facts(self) -> list[str]:
        return [name for name in FACTS if getattr(self.text, name)]

    @property
    def unwritten(self) -> list[str]:
        return [name for name in HEADINGS if not getattr(self.text, name)]

    @property
    def retired(self) -> Beside | None:
        """The step that took it out of use, if that was the last."""
        last = self.stages[-1] if self.stages else None
        is_retired = self.practice.stage is Stage.RETIRED
        return last if last and is_retired and last.code == Stage.RETIRED else None


def published(slug: str) -> tuple[Practice, dict[str, PracticeText]] | None:
    """A practice with what the public reads of it, by language. One statement."""
    found: list[Any] = list(
        PracticeText.select(PracticeText, Practice)
        .join(Practice, attr="owner")
        .where(Practice.slug == slug, PracticeText.state == TextState.PUBLISHED)
    )
    if not found:
        return None
    return found[0].owner, {text.language: text for text in found}


def page(slug: str, language: str) -> Page | None:
    """None where nothing of it is published."""
    found = published(slug)
    if found is None:
        return None
    practice, texts = found
    text, spoken = in_language(texts, language)
    like = likeness.likeness(practice.id)
    near = beside(practice.id, **like.places)
    authors = {one.number for one in near[around.AUTHORS]} | {practice.organisation}
    ids = frozenset(key for key in authors if key)
    names = organisation_names(language)
    return Page(
        practice=practice,
        text=text,
        missing=spoken != language,
        languages=[code for code in texts if code != spoken],
        team=team_names(language).get(practice.team),
        authors=sorted(names[key] for key in ids if key in names),
        kept=Kept(practice.id, slug, practice.organisation, ids),
        marks=marks.shown(practice, near[marks.MARKS], language),
        sums=experiences.sums_of(near[experiences.COUNTED]),
        told=sum(one.number or 0 for one in near[experiences.TEXTS]),
        stages=sorted(near[around.STAGES], key=lambda one: one.id),
        references=sorted(near[around.REFERENCES], key=lambda one: one.id),
        files=[around.file(one) for one in near[around.FILES]],
        services=around.names(near["service"], language),
        workshops=around.names(near["workshop"], language),
        proposals=around.names(near["proposal"], language),
        materials=around.names(near["material"], language),
        pilots=around.names(near["pilot"], language),
        cost_studies=around.names(near["cost-study"], language),
        threads=around.names(near["thread"], language),
        groups=around.names(near["group"], language),
        open_questions=around.names(near["open-question"], language),
        applied=municipalities.on_page(practice.id, language),
        questions=questions.on_page(practice.id),
        tags=like.tags,
        alike=around.names(near[likeness.ALIKE], language, like.alike),
    )
