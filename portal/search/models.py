from peewee import (
    BlobField,
    CharField,
    CompositeKey,
    IntegerField,
    TextField,
)

from portal.db import BaseModel


class Entry(BaseModel):
    """One thing in one language, as search shows it. `words` is all that its postings
    are made of: a word and its weight a line."""

    kind = CharField(max_length=20)
    item_id = IntegerField()
    language = CharField(max_length=2)
    slug = CharField(max_length=120)
    title = CharField(max_length=300)
    words = TextField(default="")

    class Meta:
        indexes = ((("kind", "item_id", "language"), True),)


class PostingBlock(BaseModel):
    """Which things of one kind hold a word, and with what weight, for a block of ids:
    `places` is packed as `search.places` tells."""

    kind = CharField(max_length=20)
    word = CharField(max_length=64)
    language = CharField(max_length=2)
    block = IntegerField()
    places = BlobField()

    class Meta:
        primary_key = CompositeKey("kind", "word", "language", "block")


class Word(BaseModel):
    """A word that some thing holds: `shown` is how it was written there, `parts` what
    it is put together of, if the analyser can tell."""

    kind = CharField(max_length=20)
    language = CharField(max_length=2)
    word = CharField(max_length=64)
    shown = CharField(max_length=60)
    parts = CharField(max_length=120, default="")

    class Meta:
        primary_key = CompositeKey("kind", "language", "word")


class Phrase(BaseModel):
    """A phrase of a concept, analysed: its telling words one a line, the base forms
    of each with spaces between."""

    concept = CharField(max_length=60, index=True)
    language = CharField(max_length=2)
    words = CharField(max_length=300)
