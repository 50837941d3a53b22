"""Answering by a link: nothing that anybody writes is lost."""

import pytest

from portal.inventories.actions import questions
from portal.inventories.actions.questions import change
from portal.inventories.drafts import Draft
from portal.inventories.models import InventoryAnswer, Respondent
from tests.inventories.things import (
    YES_NO,
    address,
    answer,
    answering,
    make_inventory,
    nth,
    sheet,
    stored,
)
from tests.workshops.pages import one, soup, texts


@pytest.fixture
def row():
    return make_inventory("One worker?", "In pairs?", free="How?", areas="harju niemi")


def test_answers_are_saved_and_gone_on_with(client, row, link):
    first, second = sheet(nth(row), "yes", "Since 2024"), sheet(nth(row, 1))

    sent = client.post(link, data={**first, **second, "language": "sv", "next": "0"})
    page = client.get(sent.location)

    assert (sent.status_code, stored()) == (303, [("yes", "Since 2024", "sv", 1)])
    assert "1 of 3 answered" in page.text
    assert "Saved." in page.text
    assert "Since 2024" in page.text


def test_place_that_was_saved_says_so(client, row, link):
    key = nth(row, 1).id

    sent = client.post(link, data={**sheet(nth(row, 1), "no"), "next": str(key)})
    page = client.get(sent.location)

    assert sent.location.endswith(f"#q{key}")
    assert texts(page, f"#q{key} [role=status]") == ["Saved."]


def test_language_they_write_in_comes_back_with_an_error(client, row, link):
    told = sheet(nth(row), "yes", "Ask on 040 123 4567")

    page = client.post(link, data={**told, "language": "sv"})

    assert one(page, "input[name=language][checked]")["value"] == "sv"


def test_sent_twice_is_once(client, row, link):
    for _time in range(2):
        client.post(link, data=sheet(nth(row), "no", "Never"))

    assert stored() == [("no", "Never", "en", 1)]


def test_not_knowing_is_an_answer_and_no_answer_is_none(client, row, link):
    unknown = sheet(nth(row), "?")

    client.post(link, data={**unknown, **sheet(nth(row, 1))})
    page = client.get(link)

    assert stored() == [("?", "", "en", 1)]
    assert "1 of 3 answered" in page.text


def test_two_people_with_one_link_both_keep_their_words(client, row, link):
    read_by_both = sheet(nth(row), "yes", "Mine")
    answer(row, "partly", "Theirs")

    met = client.post(link, data={**read_by_both, **sheet(nth(row, 2), "", "Calls")})

    assert met.status_code == 409
    assert stored() == [("partly", "Theirs", "en", 1), ("", "Calls", "en", 1)]
    assert "Mine" in met.text
    assert "Partly: Theirs" in met.text
    again = client.post(link, data={**sheet(nth(row), "yes", "Mine"), **seen(met)})
    assert again.status_code == 303
    assert stored()[0] == ("yes", "Mine", "en", 2)


def seen(page):
    """What the page tells it has read, field by field."""
    hidden = soup(page).select("input[name$=pick_seen]")
    return {field["name"]: field["value"] for field in hidden}


def test_colleague_who_answers_another_question_meets_nobody(client, row, link):
    answer(row, "partly", "Theirs")

    sent = client.post(link, data=sheet(nth(row, 1), "no"))

    assert sent.status_code == 303
    assert [one[0] for one in stored()] == ["partly", "no"]


def test_something_personal_is_asked_about_and_everything_else_saved(client, row, link):
    told = sheet(nth(row), "yes", "Ask on 040 123 4567")

    asked = client.post(link, data={**told, **sheet(nth(row, 1), "no")})

    assert asked.status_code == 422
    assert stored() == [("no", "", "en", 1)]
    assert "Ask on 040 123 4567" in asked.text
    name = f"q{nth(row).id}-asks_reader"
    client.post(link, data={**told, name: "1"})
    assert InventoryAnswer.get(InventoryAnswer.option == "yes").held


def test_words_that_are_held_are_read_by_coordinators_only(client, row):
    row.public = True
    row.save()
    held = answer(row, "yes", "Call 040 123 4567", held=True)
    base = f"/en/inventories/{row.slug}"

    parts = ("", ".csv", ".xlsx", "/paper?words=1", f"/cells/{held.id}")
    for part in (*parts, f"/questions/{nth(row).id}", "/municipalities/harju"):
        page = client.get(base + part)
        assert page.status_code == 200
        assert b"040 123" not in page.data, part


def test_danger_is_met_with_help_and_the_words_are_saved(client, row, link):
    sent = client.post(link, data=sheet(nth(row, 2), "", "I want to kill myself"))
    page = client.get(sent.location)

    assert len(stored()) == 1
    assert "You don't have to manage alone" in page.text


def test_question_that_changed_meanwhile_keeps_the_answer(client, row, link):
    before = sheet(nth(row), "yes", "To the first")
    change(row, nth(row), {"en": Draft("One worker each?", options=YES_NO)})

    sent = client.post(link, data=before)
    page = client.get(sent.location)

    assert stored() == [("yes", "To the first", "en", 1)]
    assert texts(page, ".held .words") == ["Yes: To the first"]
    assert "0 of 3 answered" in page.text


def test_done_is_said_and_taken_back(client, row, link):
    told = []
    for wanted in ("1", "1", "0"):
        client.post(link, data={**sheet(nth(row), "yes"), "done": wanted})
        told.append(Respondent.get_by_id(answering(row).id).done_at is not None)

    assert told == [True, True, False]


def test_option_that_is_not_offered_is_not_saved(client, row, link):
    sent = client.post(link, data=sheet(nth(row), "perhaps", "Words"))

    assert (sent.status_code, stored()) == (422, [])


def test_sixty_long_answers_go_in_at_once(app, client):
    large = make_inventory(areas="harju")
    for number in range(59):
        questions.add(large, {"en": Draft(f"Question {number}", options=YES_NO)})
    fields = {}
    for number in range(60):
        fields |= sheet(nth(large, number), "yes", "ä" * 1500)

    sent = client.post(address(app, large), data=fields)

    assert (sent.status_code, len(stored())) == (303, 60)
