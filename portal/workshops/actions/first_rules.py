"""Keeping the rules of workshops that were opened before versions were kept."""

from collections import defaultdict

from portal.db import database
from portal.moderation.actions.rules import keep
from portal.moderation.queries.rules import in_force
from portal.workshops.models import WorkshopText


def keep_all() -> None:
    """Keep a first version for each workshop that has rules and no version of them."""
    with database.atomic():
        kept = in_force()
        found: dict[int, dict[str, str]] = defaultdict(dict)
        for text in WorkshopText.select().where(WorkshopText.rules != ""):
            if text.workshop not in kept:
                found[text.workshop][text.language] = text.rules
        for workshop, texts in found.items():
            keep(workshop, texts)
