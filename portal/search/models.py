from peewee import CharField, IntegerField, SmallIntegerField

from portal.db import BaseModel, reference


class Entry(BaseModel):
    """One thing in one language, as search shows it."""

    kind = CharField(max_length=20)
    item_id = IntegerField()
    language = CharField(max_length=2)
    slug = CharField(max_length=120)
    title = CharField(max_length=300)

    class Meta:
        indexes = ((("kind", "item_id", "language"), True),)


class Posting(BaseModel):
    """A word in an entry. `weight` is the greatest of the places it stands in. What
    is asked of the entry stands here too, so that the index answers alone."""

    entry = reference(Entry, on_delete="CASCADE")
    kind = CharField(max_length=20)
    item_id = IntegerField()
    language = CharField(max_length=2)
    word = CharField(max_length=60)
    weight = SmallIntegerField()

    class Meta:
        indexes = (
            (("word",), False),
            (("entry", "word"), True),
        )
