"""What search knows of pilots: of those that are public."""

from collections.abc import Iterable, Iterator

from portal.pilots.models import KIND
from portal.pilots.queries.shelf import shelf
from portal.search.actions import EntryDraft
from portal.vocabulary.queries import vocabulary

__all__ = ["KIND", "entries"]

WEIGHTS = {"summary": 34, "hypothesis": 20, "lessons": 10}
LABEL_WEIGHT = 20
TERM_WEIGHT = 30


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These pilots, or all, as search reads them."""
    known = vocabulary().words
    wanted = None if ids is None else set(ids)
    for pilot in shelf().values():
        if not pilot.public or (wanted is not None and pilot.id not in wanted):
            continue
        words = [known[key] for key in (pilot.group,) if key in known]
        areas = dict.fromkeys(site.area for site in pilot.sites)
        places = [known[key] for key in areas if key in known]
        for text in pilot.texts.values():
            yield EntryDraft(
                pilot.id,
                text.language,
                pilot.slug,
                text.name,
                [
                    *(
                        (weight, getattr(text, name))
                        for name, weight in WEIGHTS.items()
                    ),
                    *(
                        (LABEL_WEIGHT, word.labels[text.language])
                        for word in (*words, *places)
                    ),
                ],
                [(word.id, TERM_WEIGHT) for word in words],
            )
