"""Keeping the index up with what it indexes."""

from collections.abc import Iterable

from portal.search.analysis import analysed
from portal.search.models import Entry, Posting

ROWS_AT_ONCE = 500


def index(  # noqa: PLR0913  what an entry is made of
    kind: str,
    item_id: int,
    language: str,
    *,
    slug: str,
    title: str,
    texts: Iterable[tuple[int, str]],
) -> None:
    """Index one thing in one language anew. `texts` are pairs of weight and text;
    a word counts by the heaviest text it stands in."""
    key = {"kind": kind, "item_id": item_id, "language": language}
    forget(kind, item_id, language)
    entry = Entry.create(**key, slug=slug, title=title)
    weights: dict[str, int] = {}
    for weight, text in texts:
        for word in analysed(text, language):
            weights[word] = max(weight, weights.get(word, 0))
    found = [
        {"entry": entry, **key, "word": word, "weight": weight}
        for word, weight in sorted(weights.items())
    ]
    for start in range(0, len(found), ROWS_AT_ONCE):
        Posting.insert_many(found[start : start + ROWS_AT_ONCE]).execute()


def forget(kind: str, item_id: int, language: str) -> None:
    this = (Entry.kind == kind) & (Entry.item_id == item_id)
    Entry.delete().where(this, Entry.language == language).execute()


def forget_all(kind: str, item_id: int) -> None:
    """Take a thing out of the index in every language."""
    Entry.delete().where(Entry.kind == kind, Entry.item_id == item_id).execute()
