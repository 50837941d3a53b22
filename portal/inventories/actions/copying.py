"""Taking over the questions of another inventory, and who answers."""

from portal.db import bump, database
from portal.inventories.actions.questions import next_edition, next_position, store
from portal.inventories.drafts import drafts_of
from portal.inventories.models import CHANGES, Inventory, Respondent
from portal.inventories.queries.questions import asked_now


def copy(inventory: Inventory, source: Inventory, *, respondents: bool) -> None:
    """Take over the questions of another inventory, and who answers, but for what is
    here already."""
    with database.atomic():
        bump(CHANGES)
        there = asked_now(inventory.id)
        held = {one.code for one in there}
        new = [one for one in asked_now(source.id) if one.code not in held]
        if new:
            edition = next_edition(inventory)
            for number, one in enumerate(new, next_position(inventory.id)):
                drafts = drafts_of(one)
                store(
                    inventory.id,
                    drafts,
                    code=one.code,
                    position=number,
                    since=edition,
                    practice=one.practice,
                )
        if respondents:
            copy_respondents(inventory, source)


def copy_respondents(inventory: Inventory, source: Inventory) -> None:
    for row in Respondent.select().where(Respondent.inventory == source.id):
        Respondent.insert(
            inventory=inventory.id,
            area=row.area,
            role=row.role,
            email=row.email,
            language=row.language,
        ).on_conflict_ignore().execute()
