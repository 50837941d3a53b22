"""Inventories with the fewest words, in English."""

from itertools import count

from flask import Flask

from portal.inventories import answer_links
from portal.inventories.actions import inventories, questions, respondents
from portal.inventories.actions.answers import Said, save
from portal.inventories.actions.inventories import Settings, Text
from portal.inventories.actions.respondents import Contact
from portal.inventories.drafts import Draft
from portal.inventories.grids import Question
from portal.inventories.models import (
    Inventory,
    InventoryAnswer,
    InventoryState,
    Respondent,
)
from portal.inventories.queries.answers import answers_of, seen_of
from portal.inventories.queries.inventories import Found, inventory
from portal.inventories.queries.questions import asked_now
from portal.vocabulary.queries import vocabulary

YES_NO = ("Yes", "Partly", "No")
_numbers = count(1)


def make_inventory(
    *asked: str,
    areas: str = "",
    free: str = "",
    state: InventoryState = InventoryState.ASKING,
    **settings,
) -> Inventory:
    """`asked` are coded questions, `free` one without options; `areas` answer, each
    with an address such as harju@verstas.example."""
    n = next(_numbers)
    slug = settings.pop("slug", f"inventory-{n}")
    texts = settings.pop("texts", {"en": Text(f"Inventory {n}")})
    made = inventories.create(Settings(texts, **settings), by=None, slug=slug)
    for words in asked or ("Is there one worker?",):
        questions.add(made, {"en": Draft(words, options=YES_NO)})
    if free:
        questions.add(made, {"en": Draft(free)})
    for code in areas.split():
        contact = Contact("head of social work", f"{code}@verstas.example", "en")
        respondents.add(made, vocabulary().of("area")[code].id, contact)
    if state is not InventoryState.DRAFT:
        inventories.set_state(made, InventoryState.ASKING)
        inventories.set_state(made, state)
    return Inventory.get_by_id(made.id)


def found(row: Inventory) -> Found:
    return inventory(row.slug)


def nth(row: Inventory, number: int = 0) -> Question:
    return asked_now(row.id)[number]


def answering(row: Inventory, area: str = "harju") -> Respondent:
    return Respondent.get(
        Respondent.inventory == row.id,
        Respondent.area == vocabulary().of("area")[area].id,
    )


def answer(
    row: Inventory, option: str = "", words: str = "", *, area="harju", number=0, **more
) -> InventoryAnswer:
    """What an area answers to a question, whatever it said before."""
    respondent, question = answering(row, area), nth(row, number)
    seen = seen_of(answers_of(respondent.id).get(question.id))
    save(respondent, [Said(question.id, option, words, seen, **more)], "en")
    return answers_of(respondent.id)[question.id]


def address(app: Flask, row: Inventory, area: str = "harju") -> str:
    """Where an area answers."""
    with app.app_context():
        token = answer_links.signed(answering(row, area))
    return f"/en/inventories/{row.slug}/answers/{token}"


def sheet(question: Question, option="", words="", seen="") -> dict[str, str]:
    """The fields of one question as a browser sends them."""
    name = f"q{question.id}"
    return {
        f"{name}-pick_option": option,
        f"{name}-note": words,
        f"{name}-pick_seen": seen or seen_of(None),
    }


def stored() -> list[tuple[str, str, str, int]]:
    """All answers, as they were given."""
    return [
        (one.option, one.words, one.language, one.edition)
        for one in InventoryAnswer.select().order_by(InventoryAnswer.id)
    ]
