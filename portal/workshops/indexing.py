"""What search knows of workshops."""

from collections.abc import Iterable, Iterator

from portal.search.actions import EntryDraft
from portal.workshops.models import Entry, Workshop, WorkshopText

QUESTION_WEIGHT = 34


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These workshops, or all, as search reads them: none that is by invitation."""
    wanted = Workshop.entry != Entry.INVITED
    if ids is not None:
        wanted &= Workshop.id.in_(list(ids))
    for text in (
        WorkshopText.select(WorkshopText, Workshop)
        .join(Workshop)
        .where(wanted)
        .order_by(WorkshopText.workshop, WorkshopText.id)
    ):
        yield EntryDraft(
            text.workshop.id,
            text.language,
            text.workshop.slug,
            text.title,
            [(QUESTION_WEIGHT, text.question)],
        )
