"""What search knows of threads: the public ones."""

from collections.abc import Iterable, Iterator
from typing import Any

from portal.search.actions import EntryDraft
from portal.threads.models import KIND, Thread, ThreadText
from portal.threads.queries.publicity import is_public

__all__ = ["KIND", "entries"]

WEIGHTS = {"summary": 34, "said": 30, "did": 30, "went": 20}
TERM_WEIGHT = 30


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These threads, or all, as search reads them."""
    wanted = True if ids is None else Thread.id.in_(list(ids))
    texts: Any = (
        ThreadText.select(ThreadText, Thread.slug, Thread.theme, Thread.area)
        .join(Thread)
        .where(wanted, is_public())
        .order_by(ThreadText.thread, ThreadText.id)
        .objects()
    )
    for text in texts:
        yield EntryDraft(
            text.thread,
            text.language,
            text.slug,
            text.title,
            [(weight, getattr(text, name)) for name, weight in WEIGHTS.items()],
            [(term, TERM_WEIGHT) for term in (text.theme, text.area) if term],
        )
