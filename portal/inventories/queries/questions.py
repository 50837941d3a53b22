"""The questions of an inventory, in all their editions."""

from collections.abc import Sequence

from peewee import Expression

from portal.db import tuples
from portal.inventories.grids import Question, Wording
from portal.inventories.models import InventoryQuestion, InventoryQuestionText
from portal.inventories.options import parsed


def every(inventory_id: int) -> list[Question]:
    """All that were ever put, in their order. One statement."""
    return _read(InventoryQuestion.inventory == inventory_id)


def asked_now(inventory_id: int) -> list[Question]:
    this = InventoryQuestion.inventory == inventory_id
    return _read(this & InventoryQuestion.until.is_null())


def question(inventory_id: int, question_id: int) -> Question | None:
    """One of the inventory's that is still put."""
    this = (InventoryQuestion.id == question_id) & (
        InventoryQuestion.inventory == inventory_id
    )
    found = _read(this & InventoryQuestion.until.is_null())
    return found[0] if found else None


def by_ids(ids: Sequence[int]) -> dict[int, Question]:
    return {one.id: one for one in _read(InventoryQuestion.id.in_(ids))}


def _read(where: Expression) -> list[Question]:
    texts: dict[int, dict[str, Wording]] = {}
    rows: dict[int, Question] = {}
    for key, code, since, until, coded, practice, *text in tuples(
        InventoryQuestion.select(
            InventoryQuestion.id,
            InventoryQuestion.code,
            InventoryQuestion.since,
            InventoryQuestion.until,
            InventoryQuestion.coded,
            InventoryQuestion.practice,
            InventoryQuestionText.language,
            InventoryQuestionText.words,
            InventoryQuestionText.help,
            InventoryQuestionText.options,
        )
        .join(InventoryQuestionText)
        .where(where)
        .order_by(InventoryQuestion.position, InventoryQuestion.id)
    ):
        language, words, hint, options = text
        texts.setdefault(key, {})[language] = Wording(words, hint, parsed(options))
        asked = Question(key, code, since, bool(coded), texts[key], practice, until)
        rows.setdefault(key, asked)
    return list(rows.values())
