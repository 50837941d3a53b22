"""Running an inventory by its forms."""

import pytest

from portal.inventories.actions.respondents import Contact, change
from portal.inventories.models import (
    Inventory,
    InventoryQuestion,
    InventoryState,
    Respondent,
)
from portal.inventories.queries.questions import asked_now
from portal.notices.models import Mail
from tests.inventories.things import answering, make_inventory, nth
from tests.workshops.pages import errors, one, texts

QUESTION = {
    "pick_sort": "coded",
    "words_en": "One worker?",
    "options_en": "All\nSome\nNone",
}


def test_inventory_sent_twice_is_one(coordinator):
    sent = {"title_en": "Own workers", "intro_en": "Why", "submission": "once"}

    first, second = (coordinator.post("/en/inventories", data=sent) for _ in "ab")

    assert first.location == second.location
    assert Inventory.select().count() == 1


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("words_en", "", "Write the question in this language too"),
        ("options_en", "All", "Write two to 12 answers, one on each line"),
        ("options_en", "All\nAll", "Two answers are the same"),
    ],
)
def test_question_that_can_not_be_asked_so_comes_back(
    coordinator, field, value, message
):
    row = make_inventory(state=InventoryState.DRAFT)
    sent = {**QUESTION, field: value}

    page = coordinator.post(f"/en/inventories/{row.slug}/questions", data=sent)

    assert page.status_code == 422
    assert [words for _address, words in errors(page)] == [message]
    assert "Some" in page.text or "All" in page.text


def test_languages_have_as_many_answers(coordinator):
    row = make_inventory(state=InventoryState.DRAFT)
    finnish = {"words_fi": "Yksi?", "options_fi": "Kaikki\nEi"}

    page = coordinator.post(
        f"/en/inventories/{row.slug}/questions", data={**QUESTION, **finnish}
    )

    assert "Write as many answers in each language, in the same order" in [
        words for _address, words in errors(page)
    ]


def test_question_sent_twice_is_one(coordinator):
    row = make_inventory("First?", state=InventoryState.DRAFT)

    for _time in range(2):
        coordinator.post(f"/en/inventories/{row.slug}/questions", data=QUESTION)

    assert InventoryQuestion.select().count() == 2


def test_two_coordinators_at_one_question_lose_nothing(coordinator):
    row = make_inventory("First?")
    asked = nth(row)
    address = f"/en/inventories/{row.slug}/questions/{asked.id}/wording"
    seen = one(coordinator.get(address), "input[name=pick_seen]")["value"]
    finnish = {"words_fi": "Yksi?", "options_fi": "On\nOsin\nEi"}
    theirs = {"words_en": "First?", "options_en": "Yes\nPartly\nNo", **finnish}
    data = {"pick_sort": "coded", "pick_seen": seen}

    coordinator.post(address, data={**data, **theirs})
    mine = coordinator.post(address, data={**QUESTION, **data})

    assert mine.status_code == 409
    assert "One worker?" in mine.text
    assert asked_now(row.id)[0].text("fi")[0].words == "Yksi?"


def test_two_coordinators_at_the_settings_lose_nothing(coordinator):
    row = make_inventory()
    address = f"/en/inventories/{row.slug}/settings"
    seen = one(coordinator.get(address), "input[name=pick_seen]")["value"]

    answers = [
        coordinator.post(address, data={"title_en": title, "pick_seen": seen})
        for title in ("Theirs", "Theirs", "Mine")
    ]

    assert [one.status_code for one in answers] == [303, 303, 409]
    assert "Mine" in answers[-1].text


def test_municipalities_are_added_and_sent_their_links(coordinator):
    row = make_inventory()
    page = f"/en/inventories/{row.slug}/respondents"
    contact = {"pick_area": "harju", "email": "a@verstas.example", "language": "fi"}

    for _time in range(2):
        coordinator.post(page, data=contact)
        coordinator.post(f"/en/inventories/{row.slug}/invitations")

    assert [one.recipient for one in Mail.select()] == ["a@verstas.example"]
    assert "sent" in coordinator.get(page).text


def test_bad_address_comes_back(coordinator):
    row = make_inventory()
    contact = {"pick_area": "harju", "email": "nobody", "language": "fi"}

    page = coordinator.post(f"/en/inventories/{row.slug}/respondents", data=contact)

    assert (page.status_code, Respondent.select().count()) == (422, 0)


def test_link_is_ended_by_its_number(coordinator):
    row = make_inventory(areas="harju")
    page = f"/en/inventories/{row.slug}/respondents/{answering(row).id}"

    for _time in range(2):
        coordinator.post(f"{page}/link", data={"edition": "1"})

    assert answering(row).link_edition == 2


def test_sheets_hold_each_link_and_its_picture(coordinator):
    row = make_inventory(areas="harju niemi")
    contact = Contact("", "", "sv")
    change(answering(row), contact)

    page = coordinator.get(f"/en/inventories/{row.slug}/invitations")

    assert len(texts(page, ".sheet .address")) == 2
    assert page.text.count('class="qr"') == 2
    assert texts(page, ".sheet h2") == ["Åsby", "Niemi"]
    assert "/sv/inventories/" in texts(page, ".sheet .address")[0]
    assert page.headers["Cache-Control"] == "no-store"


def test_place_that_is_no_number_changes_nothing(coordinator):
    row = make_inventory("One?", "Two?")
    places = {
        f"pick_place_{'9' * 5000}": "1",
        f"pick_place_{nth(row).id}": "first",
        "pick_place_": "9" * 5000,
    }

    sent = coordinator.post(f"/en/inventories/{row.slug}/order", data=places)

    assert sent.status_code == 303
    assert [one.text("en")[0].words for one in asked_now(row.id)] == ["One?", "Two?"]


def test_invitation_to_nobody_known_is_sent_to_nobody(coordinator):
    row = make_inventory(areas="harju")
    page = f"/en/inventories/{row.slug}/invitations"

    for sent in ("nobody", str(answering(make_inventory(areas="niemi"), "niemi").id)):
        coordinator.post(page, data={"pick_respondent": sent})

    assert Mail.select().count() == 0
