"""What search knows of selections: those whose criteria are locked."""

from collections.abc import Iterable, Iterator
from typing import Any

from portal.pilots.models import Selection, SelectionText
from portal.pilots.queries.publicity import selection_is_public
from portal.search.actions import EntryDraft

KIND = "selection"


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These selections, or all, as search reads them."""
    wanted = True if ids is None else Selection.id.in_(list(ids))
    query: Any = (
        SelectionText.select(SelectionText, Selection.slug)
        .join(Selection)
        .where(selection_is_public() & wanted)
        .order_by(SelectionText.selection, SelectionText.id)
        .objects()
    )
    for text in query:
        yield EntryDraft(text.selection, text.language, text.slug, text.title, [])
