"""Links that take no answers, or no more."""

import pytest

from portal.inventories.actions.inventories import set_state
from portal.inventories.actions.respondents import end_link, remove
from portal.inventories.models import InventoryState
from tests.inventories.things import (
    address,
    answer,
    answering,
    make_inventory,
    nth,
    sheet,
    stored,
)
from tests.workshops.pages import texts


@pytest.fixture
def row():
    return make_inventory("One worker?", "In pairs?", free="How?", areas="harju niemi")


@pytest.mark.parametrize("end", ["closed", "ended"])
def test_words_come_back_when_it_is_too_late(client, row, link, end):
    if end == "closed":
        set_state(row, InventoryState.CLOSED)
    else:
        end_link(answering(row), seen=1)

    late = client.post(link, data=sheet(nth(row), "yes", "An hour of work"))

    assert (late.status_code, stored()) == (409, [])
    assert texts(late, ".held b") == ["Yes"]
    assert texts(late, ".held .words") == ["An hour of work"]


def test_ended_link_shows_nothing_and_the_new_one_everything(app, client, row, link):
    answer(row, "yes", "Told")
    end_link(answering(row), seen=1)
    end_link(answering(row), seen=1)

    gone, new = client.get(link), client.get(address(app, row))

    assert (gone.status_code, "Told" in gone.text) == (410, False)
    assert (new.status_code, "Told" in new.text) == (200, True)
    assert answering(row).link_edition == 2


def test_draft_takes_no_answers(app, client):
    draft = make_inventory(state=InventoryState.DRAFT, areas="harju")

    page = client.get(address(app, draft))

    assert "not open yet" in page.text


@pytest.mark.parametrize("token", ["nobody", "WzEsMV0.nobody"])
def test_link_that_is_not_ours_is_not_found(client, row, token):
    assert client.get(f"/en/inventories/{row.slug}/answers/{token}").status_code == 404


def test_words_come_back_when_nobody_is_asked_any_more(client, row, link):
    told = sheet(nth(row), "yes", "An hour of work")
    remove(answering(row))

    late = client.post(link, data={**told, "done": "1"})

    assert (late.status_code, texts(late, "textarea")) == (404, ["An hour of work"])


def test_danger_is_met_with_help_when_it_is_too_late_too(client, row, link):
    end_link(answering(row), seen=1)

    late = client.post(link, data=sheet(nth(row, 2), "", "I want to kill myself"))

    assert "You don't have to manage alone" in late.text
