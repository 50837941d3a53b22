"""What one area has answered, and one answer by itself."""

from dataclasses import dataclass

from portal.inventories.grids import Question
from portal.inventories.models import InventoryAnswer, InventoryMark, Respondent
from portal.inventories.queries.questions import by_ids
from portal.vocabulary.queries import Word, vocabulary
from portal.web import tag


@dataclass(frozen=True)
class Answer:
    row: InventoryAnswer
    question: Question
    area: Word
    mark: InventoryMark | None

    @property
    def mark_is_older(self) -> bool:
        """Whether the answer has changed since it was marked."""
        return bool(self.mark and self.mark.marked_at < self.row.answered_at)


def seen_of(row: InventoryAnswer | None) -> str:
    """A short name for what an answer says, to know later whether it changed."""
    return tag(row.option, row.words) if row else tag("", "")


def seen_mark(mark: InventoryMark | None) -> str:
    return tag(mark.verdict.value, mark.reason) if mark else tag("", "")


def answers_of(respondent_id: int) -> dict[int, InventoryAnswer]:
    """By the id of the question."""
    theirs = InventoryAnswer.respondent == respondent_id
    return {row.question: row for row in InventoryAnswer.select().where(theirs)}


def answer(inventory_id: int, answer_id: int) -> Answer | None:
    """Three statements."""
    row = (
        InventoryAnswer.select(InventoryAnswer, Respondent.area.alias("area"))
        .join(Respondent)
        .where(InventoryAnswer.id == answer_id, Respondent.inventory == inventory_id)
        .objects()
        .first()
    )
    if row is None:
        return None
    return Answer(
        row,
        by_ids([row.question])[row.question],
        vocabulary().words[row.area],
        InventoryMark.get_or_none(InventoryMark.answer == row.id),
    )
