"""What search knows of cost studies: what is published of them."""

from collections.abc import Iterable, Iterator

from portal.costs.models import KIND
from portal.costs.queries.published import all_published
from portal.search.actions import EntryDraft

__all__ = ["KIND", "entries"]

SUMMARY, LIMITS, NAMES = 34, 10, 20


def entries(ids: Iterable[int] | None = None) -> Iterator[EntryDraft]:
    """These studies, or all, as search reads them."""
    for found in all_published(ids):
        study = found.study
        for code, words in study.texts.items():
            named = [
                *(scenario.names.get(code, "") for scenario in study.scenarios),
                *(line.groups.get(code, "") for line in study.lines),
                *(line.uses.get(code, "") for line in study.lines),
            ]
            yield EntryDraft(
                found.id,
                code,
                found.slug,
                words.title,
                [
                    (SUMMARY, words.summary),
                    (LIMITS, words.limits),
                    *((NAMES, name) for name in dict.fromkeys(named) if name),
                ],
            )
