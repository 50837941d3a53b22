"""What search knows of workshops."""

from collections.abc import Iterable, Iterator

from portal.search.actions import EntryDraft
from portal.workshops.models import Workshop, WorkshopText

QUESTION_WEIGHT = 34


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These workshops, or all, as search reads them."""
    wanted = True if ids is None else Workshop.id.in_(list(ids))
    for text in (
        WorkshopText.select(WorkshopText, Workshop)
        .join(Workshop)
        .where(wanted)
        .order_by(WorkshopText.id)
    ):
        yield EntryDraft(
            text.workshop.id,
            text.language,
            text.workshop.slug,
            text.title,
            [(QUESTION_WEIGHT, text.question)],
        )
