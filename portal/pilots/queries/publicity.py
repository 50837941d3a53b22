"""What of pilots and selections everybody may see."""

from peewee import Expression

from portal.pilots.models import Pilot, Selection


def is_public() -> Expression:
    """Condition over `Pilot`."""
    return Pilot.public == True  # noqa: E712


def selection_is_public() -> Expression:
    """Condition over `Selection`: once its criteria are locked."""
    return Selection.locked_at.is_null(False)
