"""Things to be found, with the fewest words, and where their words stand."""

from portal.db import tuples
from portal.search.actions import EntryDraft, index_many
from portal.search.models import PostingBlock, Word
from portal.search.places import BLOCK_BITS, unpacked
from portal.search.queries import ranked

TITLE, TEXT = 120, 10
"""The weight of a title of one word, and of a text as these things have them."""


def thing(item_id, title, text="", *, language="en", terms=(), weight=TEXT):
    return EntryDraft(
        item_id, language, f"slug-{item_id}", title, [(weight, text)], terms
    )


def put(*drafts, kind="thing"):
    index_many(kind, drafts)


def order(question, kind="thing", **settings):
    return ranked(kind, question, **settings).ids


def postings(kind="thing"):
    """The weight of each word in each thing, as the blocks hold them."""
    return {
        (word, language, (block << BLOCK_BITS) + offset): weight
        for word, language, block, places in tuples(
            PostingBlock.select(
                PostingBlock.word,
                PostingBlock.language,
                PostingBlock.block,
                PostingBlock.places,
            ).where(PostingBlock.kind == kind)
        )
        for offset, weight in unpacked(bytes(places)).items()
    }


def blocks():
    """Every row of postings, as it lies in the database."""
    return sorted(
        (row.kind, row.word, row.language, row.block, bytes(row.places))
        for row in PostingBlock.select()
    )


def known_words(kind="thing"):
    return sorted(
        tuples(
            Word.select(Word.language, Word.word, Word.shown).where(Word.kind == kind)
        )
    )
