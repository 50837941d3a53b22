"""Answering for an area. Two people with one link lose nothing of each other's."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from portal.db import bump, database, now
from portal.errors import Refused
from portal.inventories.actions.snapshots import conceal
from portal.inventories.models import (
    CHANGES,
    Inventory,
    InventoryAnswer,
    InventoryMark,
    InventoryState,
    Respondent,
)
from portal.inventories.queries.answers import Answer, answers_of, seen_of
from portal.inventories.queries.inventories import Found


@dataclass(frozen=True)
class Said:
    """An answer as it was written, over one that read `seen`."""

    question: int
    option: str
    words: str
    seen: str
    held: bool = False

    @property
    def mine(self) -> tuple[str, str]:
        return (self.option, self.words)

    @property
    def is_nothing(self) -> bool:
        return self.mine == ("", "")


class Shut(Exception):  # noqa: N818  a state, not a fault
    """The link has ended, or the inventory is closed."""


def save(row: Respondent, said: Sequence[Said], language: str) -> list[int]:
    """Save what was written. Returns the questions that somebody else has answered
    otherwise meanwhile: of these nothing is saved."""
    with database.atomic():
        bump(CHANGES)
        still_open(row)
        there = answers_of(row.id)
        met = []
        for one in said:
            before = there.get(one.question)
            if (before.option, before.words) == one.mine if before else one.is_nothing:
                continue
            if seen_of(before) != one.seen:
                met.append(one.question)
            else:
                write(row, before, one, language)
    return met


def still_open(row: Respondent) -> None:
    this = (Respondent.id == row.id) & (Respondent.link_edition == row.link_edition)
    asking = Inventory.state == InventoryState.ASKING
    open_ = Respondent.select(Respondent.id).join(Inventory).where(this, asking)
    if not open_.exists():
        raise Shut


def write(
    row: Respondent, before: InventoryAnswer | None, said: Said, language: str
) -> None:
    if said.is_nothing and before and not is_marked(before):
        this = InventoryAnswer.id == before.id
        InventoryAnswer.delete().where(this).execute()
        return
    values = {
        "option": said.option,
        "words": said.words,
        "held": before.held if before and before.words == said.words else said.held,
        "language": language,
        "answered_at": now(),
    }
    if before is None:
        InventoryAnswer.create(respondent=row.id, question=said.question, **values)
        return
    InventoryAnswer.update(edition=InventoryAnswer.edition + 1, **values).where(
        InventoryAnswer.id == before.id
    ).execute()


def is_marked(row: InventoryAnswer) -> bool:
    marks = InventoryMark.select().where(InventoryMark.answer == row.id)
    return bool(marks.exists())


def set_done(row: Respondent, *, wanted: bool) -> None:
    """They say that they are done, or that they go on."""
    with database.atomic():
        bump(CHANGES)
        still_open(row)
        this = Respondent.id == row.id
        if wanted:
            this &= Respondent.done_at.is_null()
        Respondent.update(done_at=now() if wanted else None).where(this).execute()


def set_held(found: Found, answer: Answer, edition: int, *, wanted: bool) -> None:
    """Words with something personal in them: show them to all, or hold them back, in
    snapshots too. Refused if they have changed since `edition` was read."""
    with database.atomic():
        bump(CHANGES)
        this = (InventoryAnswer.id == answer.row.id) & (
            InventoryAnswer.edition == edition
        )
        if not InventoryAnswer.update(held=wanted).where(this).execute():
            raise Refused(
                _("The answer changed while you were reading it. Read it again.")
            )
        if wanted:
            conceal(found.id, answer.question.code, answer.area.code)
