"""Which phenomena everybody may read."""

from peewee import Expression

from portal.reports.models import Phenomenon


def is_public() -> Expression:
    """One that was joined with another is read there."""
    condition: Expression = (Phenomenon.public == True) & (  # noqa: E712
        Phenomenon.joined.is_null()
    )
    return condition
