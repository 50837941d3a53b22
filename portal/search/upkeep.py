"""Bringing the whole index up to its words and its analyser."""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain, groupby
from operator import attrgetter

import numpy as np

from portal.db import Version, bump, database
from portal.i18n import LANGUAGES
from portal.search import places
from portal.search.actions import forget_kind, index_many
from portal.search.analysis import name
from portal.search.concepts import (
    CONCEPT,
    LEAST_OF_SEVERAL,
    Words,
    analyse,
    phrases,
)
from portal.search.models import Entry, PostingBlock
from portal.search.places import ANY, Blocks, Key, Weights, after_last, best, in_parts
from portal.search.sources import sources
from portal.vocabulary.queries import concepts

FORMAT = 3
MADE_WITH = "index:"
THINGS_AT_ONCE = 500

item_of = attrgetter("item_id")


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
            things = (list(drafts) for _id, drafts in groupby(read(None), item_of))
            for some in in_parts(things, THINGS_AT_ONCE):
                drafts = list(chain.from_iterable(some))
                index_many(kind, drafts)
                count += len(drafts)
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
        word = f"{CONCEPT}{code}"
        PostingBlock.delete().where(
            PostingBlock.kind == kind, PostingBlock.word == word
        ).execute()
        told = {language: known.of(code, language) for language in LANGUAGES}
        places.write(kind, {(word, ANY): weights_of(kind, told)})


def weights_of(kind: str, told: Mapping[str, Iterable[Words]]) -> dict[int, int]:
    """How much each thing speaks of any of these phrases, given by language."""
    keys = {
        (base, language)
        for language, phrases_ in told.items()
        for words in phrases_
        for any_of in words
        for base in any_of
    }
    found = places.read(kind, keys)
    if not found:
        return {}
    heaviest = np.zeros(after_last(found.values()), np.float32)
    for language, phrases_ in told.items():
        for words in phrases_:
            np.maximum(
                heaviest,
                weight_in_all(words, language, found, heaviest.size),
                out=heaviest,
            )
    ids = np.flatnonzero(heaviest)
    return dict(zip(ids.tolist(), heaviest[ids].astype(int).tolist(), strict=True))


def weight_in_all(
    words: Words, language: str, found: Mapping[Key, Blocks], ids: int
) -> Weights:
    """What a phrase weighs in each thing, as `concepts.weight_of` does in one."""
    weights = [
        best([(found.get((base, language), []), 1) for base in any_of], ids)
        for any_of in words
    ]
    lightest: Weights = np.minimum.reduce(weights)
    if len(words) > 1:
        lightest[lightest < LEAST_OF_SEVERAL] = 0
    return lightest
