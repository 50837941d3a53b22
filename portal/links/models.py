from peewee import CharField, IntegerField

from portal.db import BaseModel


class Link(BaseModel):
    """Two things that belong together, each by its kind and id."""

    kind = CharField(max_length=20)
    item_id = IntegerField()
    other_kind = CharField(max_length=20)
    other_id = IntegerField()

    class Meta:
        indexes = (
            (("kind", "item_id", "other_kind", "other_id"), True),
            (("other_kind", "other_id"), False),
        )
