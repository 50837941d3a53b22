"""What screening found in a text, as its case keeps it: never the words themselves."""

import json
from collections.abc import Iterable

from portal.moderation.kinds import Item
from portal.screening.findings import Finding, Sort

DESCRIPTION = "description"
"""What screening calls the words about a picture."""


def as_text(findings: Iterable[Finding]) -> str:
    kept = [[one.sort.value, one.field, one.start, one.end] for one in findings]
    return json.dumps(kept) if kept else ""


def findings_in(text: str) -> tuple[Finding, ...]:
    return tuple(
        Finding(Sort(sort), field, start, end)
        for sort, field, start, end in json.loads(text or "[]")
    )


def words_of(findings: Iterable[Finding], item: Item) -> list[tuple[Sort, str]]:
    """The words that were found, of which sort they are, each once."""
    texts = [item.heading, *(text for _label, text in item.paragraphs)]
    by_field = dict(zip(item.fields, texts, strict=False))
    for _address, words in item.pictures:
        by_field[DESCRIPTION] = words
    found = [
        (one.sort, by_field.get(one.field, "")[one.start : one.end]) for one in findings
    ]
    return [(sort, words) for sort, words in dict.fromkeys(found) if words]
