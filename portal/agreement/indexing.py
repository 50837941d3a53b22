"""What search knows of definition cards: the published ones."""

from collections.abc import Iterable, Iterator
from typing import Any

from portal.agreement.models import KIND, CardState, DefinitionCard, DefinitionText
from portal.search.actions import EntryDraft

__all__ = ["KIND", "entries"]

WEIGHTS = {"purpose": 34, "includes": 20, "criteria": 10}


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These cards, or all, as search reads them."""
    wanted = True if ids is None else DefinitionCard.id.in_(list(ids))
    texts: Any = (
        DefinitionText.select(DefinitionText, DefinitionCard.slug)
        .join(DefinitionCard)
        .where(wanted, DefinitionCard.state == CardState.PUBLISHED)
        .order_by(DefinitionText.card, DefinitionText.id)
        .objects()
    )
    for text in texts:
        yield EntryDraft(
            text.card,
            text.language,
            text.slug,
            text.name,
            [(weight, getattr(text, name)) for name, weight in WEIGHTS.items()],
        )
