"""Bringing the whole index up to its words and its analyser."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from portal.db import Version, bump, database
from portal.i18n import LANGUAGES
from portal.search import places
from portal.search.actions import forget_kind, index_many
from portal.search.analysis import name
from portal.search.concepts import CONCEPT, Words, analyse, phrases, weight_of
from portal.search.models import Entry, PostingBlock
from portal.search.places import in_parts
from portal.search.sources import sources
from portal.vocabulary.queries import concepts

FORMAT = 2
MADE_WITH = "index:"
ENTRIES_AT_ONCE = 1500


def is_up_to_date() -> bool:
    """Whether the index was made in this format with the analyser in use."""
    return Version.select().where(Version.name == made_with()).exists()


def made_with() -> str:
    return f"{MADE_WITH}{FORMAT}-{name()}"


def make() -> int:
    """Index everything anew; returns how many entries there are."""
    count = 0
    with database.atomic():
        Version.delete().where(Version.name.startswith(MADE_WITH)).execute()
        bump(made_with())
        analyse([concept.code for concept in concepts()])
        for kind, read in sources().items():
            forget_kind(kind)
            for some in in_parts(read(None), ENTRIES_AT_ONCE):
                index_many(kind, some)
                count += len(some)
    return count


def follow(codes: Collection[str]) -> None:
    """Let the index follow concepts that have changed."""
    analyse(codes)
    for kind in sources():
        if Entry.select().where(Entry.kind == kind).exists():
            spread(kind, codes)


def spread(kind: str, codes: Iterable[str]) -> None:
    """Set anew where these concepts stand, from where their words stand."""
    known = phrases()
    for code in codes:
        PostingBlock.delete().where(
            PostingBlock.kind == kind, PostingBlock.word == f"{CONCEPT}{code}"
        ).execute()
        for language in LANGUAGES:
            weights = weights_of(kind, known.of(code, language), language)
            places.write(kind, {(f"{CONCEPT}{code}", language): weights})


def weights_of(kind: str, told: Iterable[Words], language: str) -> dict[int, int]:
    """How much each thing speaks of any of these phrases."""
    told = list(told)
    bases = {base for words in told for any_of in words for base in any_of}
    found = places.read(kind, {(base, language) for base in bases})
    held: dict[int, dict[str, int]] = defaultdict(dict)
    for (word, _language), places_of in found.items():
        for item_id, weight in zip(places_of.ids, places_of.weights, strict=True):
            held[int(item_id)][word] = int(weight)
    return {
        item_id: weight
        for item_id, weights in held.items()
        if (weight := max(weight_of(words, weights) for words in told))
    }
