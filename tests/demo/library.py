"""What the library of the demo holds, counted."""

from collections import Counter

from portal.directory.models import TextState
from portal.materials.models import Material
from portal.practices.evidence import references_lacking, unwritten
from portal.practices.models import (
    Application,
    Evidence,
    Experience,
    Mark,
    MarkSort,
    Practice,
    PracticeAnswer,
    PracticeAuthor,
    PracticeQuestion,
    PracticeReference,
    PracticeText,
    StageChange,
    Suggestion,
    TalkState,
)
from portal.practices.queries.texts import texts_of


def published() -> list[Practice]:
    texts = PracticeText.select(PracticeText.practice).where(
        PracticeText.state == TextState.PUBLISHED
    )
    return list(Practice.select().where(Practice.id.in_(texts)))


def counts() -> dict[str, object]:
    answers = PracticeQuestion.accepted.is_null(False)
    told = Application.confirmed_on.is_null(False)
    return {
        "practices": (Practice.select().count(), len(published())),
        "materials": Counter(row.verdict.value for row in Material.select()),
        "questions": Counter(row.state.value for row in PracticeQuestion.select()),
        "answers": (
            PracticeAnswer.select().count(),
            PracticeQuestion.select().where(answers).count(),
        ),
        "suggestions": [row.state.value for row in Suggestion.select()],
        "experiences": Counter(row.state.value for row in Experience.select()),
        "confirmed": Application.select().where(told).count(),
        "authors": PracticeAuthor.select().count(),
    }


def summed() -> set[str]:
    """The practices of which at least five people have told what they think."""
    heard = Counter()
    for row in Experience.select().where(Experience.state == TalkState.PUBLISHED):
        heard[row.practice] += row.people if row.counted else 0
    many = [key for key, people in heard.items() if people >= 5]
    return {row.slug for row in Practice.select().where(Practice.id.in_(many))}


def unfounded() -> list[str]:
    """Practices whose mark of evidence lacks what it must rest on, or why it is set."""
    marked = {
        row.practice: (row.value, row.set_on)
        for row in Mark.select().where(Mark.sort == MarkSort.EVIDENCE).order_by(Mark.id)
    }
    texts = texts_of([row.id for row in Practice.select()])
    rests = Counter(row.practice for row in PracticeReference.select())
    return [
        row.slug
        for row in Practice.select().where(Practice.evidence != Evidence.NONE)
        if unwritten(row.evidence, texts[row.id].values())
        or references_lacking(row.evidence, rests[row.id])
        or marked.get(row.id) != (row.evidence, row.evidence_on)
    ]


def off_the_path() -> list[str]:
    """Practices whose last step is not where they stand."""
    last = {
        row.practice: row.stage
        for row in StageChange.select().order_by(StageChange.changed_at)
    }
    return [row.slug for row in Practice.select() if last.get(row.id) != row.stage]
