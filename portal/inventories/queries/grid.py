"""The grid as it stands now."""

from collections import defaultdict
from typing import Any

from peewee import JOIN

from portal.db import bare
from portal.inventories.grids import Area, Cell, Grid, Question, Whole
from portal.inventories.models import (
    InventoryAnswer,
    InventoryMark,
    Respondent,
)
from portal.inventories.queries import questions
from portal.inventories.queries.inventories import Found
from portal.practices.models import KIND as PRACTICE
from portal.search.queries import Name, names
from portal.vocabulary.queries import vocabulary


def grid(found: Found) -> Grid:
    return whole(found).now


def whole(found: Found) -> Whole:
    """Two statements, however large it is."""
    every = questions.every(found.id)
    words = vocabulary().words
    asked_areas: dict[int, Area] = {}
    given: dict[int, dict[str, Cell]] = defaultdict(dict)
    for area_id, question, held, *said in bare(answers(found.id)):
        if area_id not in asked_areas:
            word = words[area_id]
            asked_areas[area_id] = Area(word.code, word.labels)
        if question is not None:
            given[question][asked_areas[area_id].code] = cell(bool(held), *said)
    edition = found.row.edition
    areas = [asked_areas[key] for key in words if key in asked_areas]
    asked = [one for one in every if one.until is None]
    before = sorted(
        (one for one in every if one.until is not None), key=lambda one: one.since
    )
    cells = {
        key: cell._replace(earlier=True)
        for one in before
        for key, cell in keyed(one, given[one.id]).items()
    }
    for one in asked:
        cells |= keyed(one, given[one.id])
    return Whole(
        Grid(edition, asked, areas, cells),
        [Grid(edition, [one], areas, keyed(one, given[one.id])) for one in before],
    )


def cell(  # noqa: PLR0913, PLR0917  the columns of a row
    held: bool,  # noqa: FBT001
    answer: int,
    option: str,
    words: str,
    language: str,
    verdict: str | None,
    reason: str | None,
    reason_language: str | None,
) -> Cell:
    mark = (verdict or "", reason or "", reason_language or "")
    return Cell(answer, option, words, language, held, *mark)


def keyed(question: Question, given: dict[str, Cell]) -> dict[tuple[str, str], Cell]:
    return {(question.code, area): cell for area, cell in given.items()}


def answers(inventory_id: int) -> Any:
    """Everybody who is asked, with what they answer and its mark."""
    return (
        Respondent.select(
            Respondent.area,
            InventoryAnswer.question,
            InventoryAnswer.held,
            InventoryAnswer.id,
            InventoryAnswer.option,
            InventoryAnswer.words,
            InventoryAnswer.language,
            InventoryMark.verdict,
            InventoryMark.reason,
            InventoryMark.language,
        )
        .join(InventoryAnswer, JOIN.LEFT_OUTER)
        .join(InventoryMark, JOIN.LEFT_OUTER)
        .where(Respondent.inventory == inventory_id)
        .order_by(Respondent.id, InventoryAnswer.id)
    )


def practices(shown: Grid, language: str) -> dict[int, Name]:
    """The practices that questions lead to, by their ids. One statement."""
    ids = {one.practice for one in shown.questions if one.practice}
    return names(PRACTICE, sorted(ids), language)
