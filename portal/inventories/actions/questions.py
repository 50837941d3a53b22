"""Writing the set of questions. Once it is asked, every change makes a new edition of
it: answers to what stays as it was stay."""

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from peewee import fn

from portal.db import bump, database
from portal.errors import Refused
from portal.inventories.drafts import Drafts, drafts_of, seen_of
from portal.inventories.grids import Question
from portal.inventories.models import (
    CHANGES,
    Inventory,
    InventoryQuestion,
    InventoryQuestionText,
    InventoryState,
)
from portal.inventories.options import LONGEST_CODE, codes_for, composed
from portal.inventories.queries.questions import asked_now, question
from portal.practices.models import Practice
from portal.slugs import numbered
from portal.text import slugify


def add(inventory: Inventory, drafts: Drafts) -> None:
    """A new question, the last one. The same one again changes nothing."""
    with database.atomic():
        bump(CHANGES)
        there = asked_now(inventory.id)
        if any(drafts_of(one) == drafts for one in there):
            return
        edition = next_edition(inventory)
        first = next(iter(drafts.values()))
        code = free_code(inventory, first.words)
        place = next_position(inventory.id)
        store(inventory.id, drafts, code=code, position=place, since=edition)


def change(
    inventory: Inventory, asked: Question, drafts: Drafts, *, seen: str | None = None
) -> bool:
    """Put a question otherwise. One that was asked stays in the earlier editions; a
    language more changes nothing for those who have answered. False if it was put
    otherwise since `seen`: then nothing is saved."""
    with database.atomic():
        bump(CHANGES)
        now = question(inventory.id, asked.id)
        if now is None:
            raise Refused(_("This question is not asked any more."))
        before = drafts_of(now)
        if before == drafts:
            return True
        if seen is not None and seen_of(now) != seen:
            return False
        if all(drafts.get(code) == draft for code, draft in before.items()):
            options = next(iter(now.texts.values())).options
            new = {code: draft for code, draft in drafts.items() if code not in before}
            write_texts(asked.id, new, list(options))
            return True
        edition = next_edition(inventory)
        row = InventoryQuestion.get_by_id(asked.id)
        if row.since == edition:
            this = InventoryQuestionText.question == asked.id
            InventoryQuestionText.delete().where(this).execute()
            coded = bool(next(iter(drafts.values())).options)
            InventoryQuestion.update(coded=coded).where(
                InventoryQuestion.id == asked.id
            ).execute()
            write_texts(asked.id, drafts, codes(drafts))
            return True
        end(asked.id, edition - 1)
        store(
            inventory.id,
            drafts,
            code=row.code,
            position=row.position,
            since=edition,
            practice=row.practice,
        )
    return True


def remove(inventory: Inventory, asked: Question) -> None:
    """Ask it no more. What was answered stays in the earlier editions."""
    with database.atomic():
        bump(CHANGES)
        if question(inventory.id, asked.id) is None:
            return
        edition = next_edition(inventory)
        if asked.since == edition:
            gone = InventoryQuestion.id == asked.id
            InventoryQuestion.delete().where(gone).execute()
        else:
            end(asked.id, edition - 1)


def set_order(inventory: Inventory, places: Mapping[int, int]) -> None:
    """Order the questions by these numbers; those without one stay where they are."""
    with database.atomic():
        bump(CHANGES)
        now = asked_now(inventory.id)
        order = {
            one.id: (places.get(one.id, number + 1), number)
            for number, one in enumerate(now)
        }
        for number, key in enumerate(sorted(order, key=lambda key: order[key])):
            this = InventoryQuestion.id == key
            InventoryQuestion.update(position=number).where(this).execute()


def link(inventory: Inventory, asked: Question, practice: Practice | None) -> None:
    """The practice of the library that a question is about, or none."""
    with database.atomic():
        bump(CHANGES)
        this = (InventoryQuestion.id == asked.id) & (
            InventoryQuestion.inventory == inventory.id
        )
        InventoryQuestion.update(practice=practice).where(this).execute()


def next_edition(inventory: Inventory) -> int:
    """The edition in which a change shows: a new one once people are asked."""
    now = Inventory.get_by_id(inventory.id)
    if now.state is InventoryState.CLOSED:
        raise Refused(
            _("The inventory is closed. Ask on before you change its questions.")
        )
    if now.state is InventoryState.DRAFT:
        return int(now.edition)
    edition = int(now.edition) + 1
    Inventory.update(edition=edition).where(Inventory.id == now.id).execute()
    return edition


def next_position(inventory_id: int) -> int:
    """The place behind every question that is or was asked."""
    here = InventoryQuestion.inventory == inventory_id
    last = InventoryQuestion.select(fn.MAX(InventoryQuestion.position)).where(here)
    highest = last.scalar()
    return 0 if highest is None else int(highest) + 1


def end(question_id: int, last_edition: int) -> None:
    this = InventoryQuestion.id == question_id
    InventoryQuestion.update(until=last_edition).where(this).execute()


def store(inventory_id: int, drafts: Drafts, **columns: object) -> None:
    """`columns` are its code, its position, the edition it is asked since and the
    practice it leads to."""
    coded = bool(next(iter(drafts.values())).options)
    row = InventoryQuestion.create(inventory=inventory_id, coded=coded, **columns)
    write_texts(row.id, drafts, codes(drafts))


def codes(drafts: Drafts) -> list[str]:
    return codes_for(next(iter(drafts.values())).options)


def write_texts(question_id: int, drafts: Drafts, codes: Sequence[str]) -> None:
    for language, draft in drafts.items():
        InventoryQuestionText.create(
            question=question_id,
            language=language,
            words=draft.words,
            help=draft.help,
            options=composed(codes, draft.options),
        )


def free_code(inventory: Inventory, words: str) -> str:
    """A code made of the question's words, that no other has or had."""
    wanted = slugify(words)[: LONGEST_CODE - 5].rstrip("-")
    used = InventoryQuestion.select(InventoryQuestion.code).where(
        InventoryQuestion.inventory == inventory.id
    )
    return numbered(wanted, {row.code for row in used})
