"""Indicators: the aims that can be measured, as they stood on a day."""

from peewee import (
    CharField,
    DateField,
    DateTimeField,
    DecimalField,
    IntegerField,
    SmallIntegerField,
)

from portal.db import BaseModel, now

CHANGES = "indicators"


class IndicatorSnapshot(BaseModel):
    """One figure on a day: `value` of `n` for a share, the median in days of `n`, or a
    number without `n`; null where there were too few to tell. `area` is the code of a
    municipality, or empty: the whole region. `formula` counts the editions of how it is
    counted: a new one is told in public."""

    code = CharField(max_length=40)
    formula = SmallIntegerField(default=1)
    taken_on = DateField()
    area = CharField(max_length=20, default="")
    value = DecimalField(max_digits=14, decimal_places=4, null=True)
    n = IntegerField(null=True)
    part = CharField(max_length=40, default="")
    taken_at = DateTimeField(default=now)

    class Meta:
        indexes = ((("code", "taken_on", "formula", "area", "part"), True),)
