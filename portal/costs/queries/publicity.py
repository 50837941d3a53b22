"""Which cost studies everybody may read."""

from peewee import Expression

from portal.costs.models import CostStudy


def is_public() -> Expression:
    """It has been published. What is written since is read by those who keep it."""
    return CostStudy.published_on.is_null(False)
