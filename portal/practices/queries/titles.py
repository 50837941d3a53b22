"""What practices are called, published or not."""

from collections import defaultdict
from collections.abc import Sequence

from portal.db import tuples
from portal.directory.models import TextState
from portal.directory.queries.names import in_language
from portal.practices.models import Practice, PracticeText


def titles(ids: Sequence[int], language: str) -> dict[int, tuple[str, str]]:
    """The name of each and the language it is in; a published one before others. One
    statement."""
    found: dict[int, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    query = PracticeText.select(
        PracticeText.practice,
        PracticeText.language,
        PracticeText.name,
        PracticeText.state,
    ).where(PracticeText.practice.in_(list(ids)))
    for number, spoken, name, state in tuples(query):
        rank = "published" if state is TextState.PUBLISHED else "other"
        found[number][rank][spoken] = name
    return {
        number: in_language(names.get("published") or names["other"], language)
        for number, names in found.items()
    }


def title(practice: Practice, language: str) -> tuple[str, str]:
    """Likewise of one; the name in its address where it has no text."""
    nameless = practice.slug, language
    return titles([practice.id], language).get(practice.id, nameless)
