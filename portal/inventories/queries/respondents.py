"""Who answers for each area, and how far they are."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from peewee import JOIN, fn

from portal.db import now
from portal.inventories.models import (
    Inventory,
    InventoryAnswer,
    InventoryQuestion,
    InventoryState,
    Respondent,
)
from portal.vocabulary.queries import Word, vocabulary

REMIND_DAYS = 7


@dataclass(frozen=True)
class Asked:
    """Somebody who is asked; `answered` of the questions that are put now."""

    row: Respondent
    area: Word
    answered: int


def respondents(inventory_id: int) -> list[Asked]:
    """In the order of the areas. One statement."""
    words = vocabulary().words
    rows = {row.area: row for row in _counted(Respondent.inventory == inventory_id)}
    return [
        Asked(rows[key], word, int(rows[key].answered))
        for key, word in words.items()
        if key in rows
    ]


def respondent(inventory_id: int, respondent_id: int) -> Respondent | None:
    this = (Respondent.id == respondent_id) & (Respondent.inventory == inventory_id)
    return Respondent.get_or_none(this)


def to_remind() -> list[Asked]:
    """Those with an address who were asked or reminded a week ago or more, and are not
    done, in inventories that are still asking."""
    week_ago: datetime = now() - timedelta(days=REMIND_DAYS)
    due = (
        (Respondent.email != "")
        & Respondent.done_at.is_null()
        & (fn.COALESCE(Respondent.reminded_at, Respondent.asked_at) <= week_ago)
    )
    asking = Inventory.select(Inventory.id).where(
        Inventory.state == InventoryState.ASKING
    )
    words = vocabulary().words
    return [
        Asked(row, words[row.area], int(row.answered))
        for row in _counted(due & Respondent.inventory.in_(asking))
    ]


def _counted(where: object) -> Any:
    given = (InventoryAnswer.option != "") | (
        ~InventoryQuestion.coded & (InventoryAnswer.words != "")
    )
    return (
        Respondent.select(Respondent, fn.COUNT(InventoryQuestion.id).alias("answered"))
        .join(
            InventoryAnswer,
            JOIN.LEFT_OUTER,
            on=(InventoryAnswer.respondent == Respondent.id),
        )
        .join(
            InventoryQuestion,
            JOIN.LEFT_OUTER,
            on=(InventoryAnswer.question == InventoryQuestion.id)
            & InventoryQuestion.until.is_null()
            & given,
        )
        .where(where)
        .group_by(Respondent.id)
        .order_by(Respondent.id)
    )
