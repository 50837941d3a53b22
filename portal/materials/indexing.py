"""What search knows of materials."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from portal.materials.models import KIND, Material, MaterialTag, MaterialText
from portal.search.actions import EntryDraft
from portal.vocabulary.queries import Word, vocabulary

__all__ = ["KIND", "entries"]

WEIGHTS = {"summary": 34, "reason": 10, "source": 20, "year": 10}
LABEL_WEIGHT = 20
TERM_WEIGHT = 30


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These materials, or all, as search reads them."""
    known = vocabulary().words
    wanted = True if ids is None else Material.id.in_(list(ids))
    tags: dict[int, list[Word]] = defaultdict(list)
    for tag in MaterialTag.select().join(Material).where(wanted):
        tags[tag.material].append(known[tag.term])
    texts: Any = (
        MaterialText.select(MaterialText, Material.slug, Material.source, Material.year)
        .join(Material)
        .where(wanted)
        .order_by(MaterialText.material, MaterialText.id)
        .objects()
    )
    for text in texts:
        words = tags[text.material]
        yield EntryDraft(
            text.material,
            text.language,
            text.slug,
            text.title,
            [
                *(
                    (weight, str(getattr(text, n) or ""))
                    for n, weight in WEIGHTS.items()
                ),
                *((LABEL_WEIGHT, word.labels[text.language]) for word in words),
            ],
            [(word.id, TERM_WEIGHT) for word in words],
        )
