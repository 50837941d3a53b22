"""What search knows of practices."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from portal.directory.models import TextState
from portal.practices.models import KIND, Practice, PracticeTag, PracticeText
from portal.search.actions import EntryDraft
from portal.vocabulary.queries import Word, vocabulary

__all__ = ["KIND", "entries"]

WEIGHTS = {
    "summary": 34,
    "problem": 20,
    "audience": 20,
    "how": 10,
    "change": 10,
    "insight": 6,
    "place": 6,
    "whole": 6,
}
LABEL_WEIGHT = 20
TERM_WEIGHT = 30


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These practices, or all, as search reads them."""
    known = vocabulary().words
    wanted = True if ids is None else Practice.id.in_(list(ids))
    tags: dict[int, list[Word]] = defaultdict(list)
    for tag in PracticeTag.select().join(Practice).where(wanted):
        tags[tag.practice].append(known[tag.term])
    for text in (
        PracticeText.select(PracticeText, Practice)
        .join(Practice)
        .where(wanted, PracticeText.state == TextState.PUBLISHED)
        .order_by(PracticeText.practice, PracticeText.id)
    ):
        yield EntryDraft(
            text.practice.id,
            text.language,
            text.practice.slug,
            text.name,
            [
                *((weight, getattr(text, name)) for name, weight in WEIGHTS.items()),
                *(
                    (LABEL_WEIGHT, w.labels[text.language])
                    for w in tags[text.practice.id]
                ),
            ],
            [(word.id, TERM_WEIGHT) for word in tags[text.practice.id]],
        )
