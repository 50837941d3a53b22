"""Practices as rows of a list."""

from collections import Counter
from dataclasses import dataclass

from portal.db import tuples
from portal.directory.queries.names import in_language
from portal.practices.models import KIND, Application, Practice, PracticeText, Use
from portal.practices.queries.texts import completeness, step, texts_of
from portal.search.queries import Ranking, ranked


@dataclass(frozen=True)
class Row:
    practice: Practice
    text: PracticeText
    in_use: int
    on_trial: int

    @property
    def step(self) -> int:
        """How far up the ladder of evidence, from 0 to 5."""
        return step(self.practice.evidence)

    @property
    def complete(self) -> tuple[int, int]:
        return completeness(self.text)


def listing(question: str, language: str) -> list[Row]:
    """The practices that match, best first; without words, those most used first."""
    found_by = ranked(KIND, question) if question else Ranking()
    scores = dict(zip(found_by.ids, found_by.scores, strict=True))
    every = Practice.select().order_by(Practice.slug)
    found = [row for row in every if not question or row.id in scores]
    texts = texts_of([row.id for row in found])
    uses: Counter[tuple[int, Use]] = Counter(
        tuples(
            Application.select(Application.practice, Application.state).where(
                Application.practice.in_([row.id for row in found])
            )
        )
    )
    rows = [
        Row(
            row,
            in_language(texts[row.id], language)[0],
            uses[row.id, Use.IN_USE],
            uses[row.id, Use.ON_TRIAL],
        )
        for row in found
        if row.id in texts
    ]
    return sorted(rows, key=lambda row: (-scores.get(row.practice.id, 0), -row.in_use))
