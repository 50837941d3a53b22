"""What search knows of phenomena that are public."""

from collections.abc import Iterable, Iterator
from typing import Any

from portal.reports.models import KIND, Phenomenon, PhenomenonText
from portal.reports.queries.publicity import is_public
from portal.search.actions import EntryDraft

__all__ = ["KIND", "entries"]

SUMMARY_WEIGHT = 34


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These phenomena, or all, as search reads them."""
    wanted = True if ids is None else Phenomenon.id.in_(list(ids))
    texts: Any = (
        PhenomenonText.select(PhenomenonText, Phenomenon.slug)
        .join(Phenomenon)
        .where(wanted, is_public(), PhenomenonText.title != "")
        .order_by(PhenomenonText.phenomenon, PhenomenonText.id)
        .objects()
    )
    for text in texts:
        yield EntryDraft(
            text.phenomenon,
            text.language,
            text.slug,
            text.title,
            [(SUMMARY_WEIGHT, text.summary)],
            [],
        )
