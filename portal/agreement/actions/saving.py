"""Saving what somebody wrote of a card, joined with what others saved meanwhile."""

from portal.agreement.actions.cards import set_facts, set_text
from portal.agreement.actions.drafts import Facts, Text
from portal.agreement.models import DefinitionCard
from portal.agreement.queries import written
from portal.db import bump, database
from portal.directory.models import CHANGES
from portal.upkeep.merging import joined
from portal.upkeep.snapshots import Snapshot


def save_text(
    card: DefinitionCard, language: str, values: Snapshot, *, base: Snapshot | None
) -> None:
    """Save what was changed since `base` was read. Raises Meeting where somebody else
    has changed the same."""
    with database.atomic():
        bump(CHANGES)
        theirs = written.text(card, language)
        wanted = joined(base, theirs, values)
        if wanted != theirs:
            set_text(card, language, Text(**wanted))


def save_facts(
    card: DefinitionCard, values: Snapshot, *, base: Snapshot | None
) -> None:
    """The same of what is agreed."""
    with database.atomic():
        bump(CHANGES)
        theirs = written.facts(card)
        wanted = joined(base, theirs, values)
        if wanted != theirs:
            set_facts(card, Facts.of(wanted))
