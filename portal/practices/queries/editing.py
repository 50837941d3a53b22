"""A practice as those who look after it see it."""

from dataclasses import dataclass

from portal.db import tuples
from portal.practices.headings import HEADINGS
from portal.practices.models import Practice, PracticeText
from portal.practices.queries.snapshots import snapshot
from portal.practices.queries.versions import public_part
from portal.upkeep.queries.written import Written


@dataclass(frozen=True, kw_only=True)
class Draft(Written):
    practice: Practice

    @property
    def thing(self) -> Practice:
        return self.practice

    @property
    def is_public(self) -> bool:
        return bool(public_part(self.snapshot))

    def unwritten(self, language: str) -> list[str]:
        """The headings under which nothing stands yet."""
        text = self.text(language)
        return [name for name in HEADINGS if not text.get(name)]


def draft(practice: Practice) -> Draft:
    changed = tuples(
        PracticeText.select(PracticeText.language, PracticeText.updated_at).where(
            PracticeText.practice == practice.id
        )
    )
    return Draft(
        slug=str(practice.slug),
        edition=int(practice.edition),
        snapshot=snapshot(practice),
        changed=dict(changed),
        practice=practice,
    )
