import pytest

from portal.errors import Refused
from portal.inventories.actions.copying import copy
from portal.inventories.actions.inventories import set_state
from portal.inventories.actions.questions import add, change, remove, set_order
from portal.inventories.drafts import Draft, drafts_of
from portal.inventories.models import Inventory, InventoryState
from portal.inventories.queries.questions import asked_now, every
from portal.inventories.queries.respondents import respondents
from tests.inventories.things import YES_NO, answer, make_inventory, nth

DRAFT, CLOSED = InventoryState.DRAFT, InventoryState.CLOSED
OTHERWISE = {"en": Draft("One worker each?", options=YES_NO)}


def words(row):
    return [one.text("en")[0].words for one in asked_now(row.id)]


def edition(row):
    return Inventory.get_by_id(row.id).edition


def test_draft_is_changed_where_it_stands():
    row = make_inventory("One?", state=DRAFT)
    before = nth(row).id

    change(row, nth(row), OTHERWISE)

    assert (words(row), nth(row).id, edition(row)) == (["One worker each?"], before, 1)


def test_change_after_asking_is_a_new_edition_and_keeps_other_answers():
    row = make_inventory("One?", "Two?", areas="harju")
    kept = answer(row, "yes", number=1)

    change(row, nth(row), OTHERWISE)

    assert (words(row), edition(row)) == (["One worker each?", "Two?"], 2)
    assert [(one.since, one.until) for one in every(row.id)] == [
        (1, 1),
        (2, None),
        (1, None),
    ]
    assert nth(row, 1).id == kept.question


def test_same_words_again_change_nothing():
    row = make_inventory("One?")

    for _time in range(2):
        change(row, nth(row), drafts_of(nth(row)))
        add(row, drafts_of(nth(row)))

    assert (words(row), edition(row)) == (["One?"], 1)


def test_language_more_is_no_new_edition():
    row = make_inventory("One?")
    finnish = Draft("Yksi?", options=("Kyllä", "Osin", "Ei"))

    change(row, nth(row), {**drafts_of(nth(row)), "fi": finnish})

    options = nth(row).texts["fi"].options
    assert options == {"yes": "Kyllä", "partly": "Osin", "no": "Ei"}
    assert edition(row) == 1


def test_answers_that_are_called_alike_have_codes_of_their_own():
    row = make_inventory("One?", state=DRAFT)

    add(row, {"en": Draft("Which?", options=("Yes!", "Yes?", "No"))})

    assert list(nth(row, 1).texts["en"].options) == ["yes", "yes-2", "no"]


def test_removed_question_stays_in_the_earlier_editions():
    row = make_inventory("One?", "Two?", areas="harju")
    answer(row, "yes")

    remove(row, nth(row))

    assert (words(row), edition(row), len(every(row.id))) == (["Two?"], 2, 2)


def test_new_question_stays_last_when_others_change():
    row = make_inventory("One?", "Two?", "Three?")
    remove(row, nth(row))
    add(row, {"en": Draft("Four?", options=YES_NO)})

    change(row, nth(row, 1), OTHERWISE)

    assert words(row) == ["Two?", "One worker each?", "Four?"]


def test_order_is_set_by_numbers():
    row = make_inventory("One?", "Two?", "Three?")

    set_order(row, {nth(row, 2).id: 0, nth(row, 0).id: 9})

    assert (words(row), edition(row)) == (["Three?", "Two?", "One?"], 1)


def test_set_is_taken_over_once_with_who_answers():
    earlier = make_inventory("One?", "Two?", areas="harju niemi", state=CLOSED)
    row = make_inventory("One?", state=DRAFT, areas="harju")

    for _time in range(2):
        copy(row, earlier, respondents=True)

    assert words(row) == ["One?", "Two?"]
    assert [one.area.code for one in respondents(row.id)] == ["harju", "niemi"]


def test_closed_set_stands(speaking):
    row = make_inventory("One?", areas="harju", state=CLOSED)

    with pytest.raises(Refused):
        change(row, nth(row), OTHERWISE)

    assert words(row) == ["One?"]


@pytest.mark.parametrize("asked", [[], ["One?"]])
def test_asking_needs_a_question_and_is_never_a_draft_again(speaking, asked):
    row = make_inventory(*asked, state=DRAFT)
    if not asked:
        remove(row, nth(row))
    else:
        set_state(row, InventoryState.ASKING)
    wanted = DRAFT if asked else InventoryState.ASKING

    with pytest.raises(Refused):
        set_state(row, wanted)
