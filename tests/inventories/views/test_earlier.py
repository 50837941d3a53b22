"""Answers to questions that are put otherwise now, or not at all."""

import pytest

from portal.inventories.actions.questions import change, remove
from portal.inventories.drafts import Draft
from tests.inventories.things import YES_NO, answer, make_inventory, nth
from tests.workshops.pages import one, texts


@pytest.fixture
def row():
    row = make_inventory("One worker?", "In pairs?", areas="harju niemi", public=True)
    answer(row, "yes", "Since 2024")
    answer(row, "partly", "On Mondays", number=1)
    return row


def page_of(row, asked):
    return f"/en/inventories/{row.slug}/questions/{asked.id}"


def test_question_that_is_not_asked_any_more_is_found_with_its_answers(client, row):
    gone = nth(row)
    remove(row, gone)
    grid = client.get(f"/en/inventories/{row.slug}")

    page = client.get(one(grid, f"a[href='{page_of(row, gone)}']")["href"])

    assert texts(page, ".notice p") == ["This is not asked any more: edition 1."]
    assert texts(page, "tbody tr:first-child td")[:2] == ["Yes", "Since 2024"]


def test_question_leads_to_how_it_was_put_before_and_back(client, row):
    before = nth(row)
    change(row, before, {"en": Draft("One worker each?", options=YES_NO)})
    now_asked = nth(row)

    new, old = (client.get(page_of(row, asked)) for asked in (now_asked, before))

    assert one(new, f"a[href='{page_of(row, before)}']").text == "One worker?"
    assert one(old, f"a[href='{page_of(row, now_asked)}']").text == "As it is asked now"
    assert texts(old, "tbody tr:first-child td")[:2] == ["Yes", "Since 2024"]


def test_table_tells_of_earlier_answers_after_those_of_now(client, row):
    change(row, nth(row), {"en": Draft("One worker each?", options=YES_NO)})
    remove(row, nth(row, 1))

    lines = client.get(f"/en/inventories/{row.slug}.csv").text.splitlines()

    assert lines[1:] == [
        "One worker each?;2;;Harju;Not answered;;;",
        "One worker each?;2;;Niemi;Not answered;;;",
        "One worker?;1;1;Harju;Yes;Since 2024;;",
        "In pairs?;1;2;Harju;Partly;On Mondays;;",
    ]


def test_question_of_another_inventory_is_not_found(client, row):
    other = make_inventory(public=True)

    assert client.get(page_of(row, nth(other))).status_code == 404
