"""Anybody says that something is wrong, and sees what comes of it."""

from datetime import timedelta

import pytest

from portal.db import today
from portal.limits import FEEDBACK, FOLLOW
from portal.upkeep.models import ServiceFeedback, Source
from tests.factories import make_service, make_team
from tests.upkeep.feedback import make_answer, make_feedback
from tests.workshops.pages import soup, words

SAID = {"about": "hours", "message": "It was closed on Monday.", "email": ""}


def test_feedback_needs_no_name_and_gives_a_code(client):
    service = make_service("Rent help", team=make_team(en="Housing team"))
    address = f"/en/services/{service.slug}/feedback"

    sent = client.post(address, data=SAID)
    receipt = client.get(sent.location)

    stored = ServiceFeedback.get()
    assert (stored.service, stored.source, stored.message, stored.email) == (
        service.id,
        Source.CARD,
        "It was closed on Monday.",
        "",
    )
    assert stored.due_on == today() + timedelta(days=14)
    assert (sent.status_code, sent.location) == (
        303,
        f"/en/feedback/{stored.code}?sent=1",
    )
    assert "Thank you. We have it." in words(receipt)
    assert "Housing team" in words(receipt)
    assert (receipt.headers["Cache-Control"], receipt.headers["X-Robots-Tag"]) == (
        "no-store",
        "noindex",
    )


def test_same_words_sent_twice_are_one(client):
    service = make_service()
    address = f"/en/services/{service.slug}/feedback"

    first, second = (client.post(address, data=SAID) for _ in range(2))

    assert first.location == second.location
    assert ServiceFeedback.select().count() == 1


def test_nothing_chosen_and_nothing_written_is_told(client):
    service = make_service()

    page = client.post(f"/en/services/{service.slug}/feedback", data={"email": "me"})

    assert page.status_code == 422
    assert [a.text for a in soup(page).select("[role=alert] a")] == [
        "Choose what is wrong",
        "Write what is wrong",
        "Write the e-mail address with an @ sign",
    ]
    assert soup(page).select_one("[name=email]")["value"] == "me"


def test_identity_code_is_refused_and_the_text_kept(client):
    service = make_service()
    message = "My mother 131052-308T was sent away."

    page = client.post(
        f"/en/services/{service.slug}/feedback", data={**SAID, "message": message}
    )

    assert page.status_code == 422
    assert "Take the personal identity code away" in words(page)
    assert soup(page).select_one("[name=message]").text == message
    assert ServiceFeedback.select().count() == 0


def test_page_tells_what_was_said_before_but_never_the_words_or_the_address(
    app, client
):
    service = make_service()
    answered = make_feedback(
        service, message="A secret sentence", email="me@verstas.example"
    )
    with app.app_context():
        make_answer(answered, "The times are right now.")
    make_feedback(service, message="Another secret sentence")

    page = client.get(f"/en/services/{service.slug}/feedback")

    found = [" ".join(li.get_text(" ").split()) for li in soup(page).select(".line li")]
    assert len(found) == 2
    assert "Received" in found[0]
    assert "those who keep the directory" in found[0]
    assert "Mended" in found[1]
    assert "The times are right now." in found[1]
    assert "secret" not in page.text
    assert "me@verstas.example" not in page.text


def test_feedback_on_another_card_is_not_shown(client):
    make_feedback(make_service())

    page = client.get(f"/en/services/{make_service().slug}/feedback")

    assert "Nobody has told us of anything wrong here." in words(page)


def test_card_that_nobody_sees_takes_no_feedback(client):
    assert client.get("/en/services/no-such/feedback").status_code == 404
    assert client.post("/en/services/no-such/feedback", data=SAID).status_code == 404


def test_sensitive_card_leaves_no_trace_in_the_title(client):
    service = make_service("Shelter", sensitive=True)

    page = client.get(f"/en/services/{service.slug}/feedback")

    assert page.headers["Cache-Control"] == "no-store"
    assert "Shelter" not in soup(page).title.text
    assert soup(page).select(".leave")


def test_empty_search_prefills_what_was_looked_for(client):
    page = client.get("/en/feedback?q=bike+repair")
    sent = client.post(
        "/en/feedback",
        data={"question": "bike repair", "about": "closed", "message": "", "email": ""},
    )

    stored = ServiceFeedback.get()
    assert soup(page).select_one("[name=question]")["value"] == "bike repair"
    assert (stored.service, stored.source, stored.question) == (
        None,
        Source.SEARCH,
        "bike repair",
    )
    assert "A service is missing here" in words(client.get(sent.location))


def test_sender_sees_state_date_and_answer_with_the_code(client):
    found = make_feedback(make_service("Rent help"), message="A secret sentence")
    before = client.get(f"/en/feedback/{found.code}")
    make_answer(found, "The times are right now.")

    after = client.get(f"/en/feedback/{found.code.lower()}")

    due = found.due_on
    assert f"An answer by {due.day} {due:%B} {due.year}" in words(before)
    assert "The times are right now." in words(after)
    assert "secret" not in before.text + after.text


def test_unknown_codes_are_not_found_and_after_many_not_even_asked(client):
    found = make_feedback(make_service())

    tries = [
        client.get("/en/feedback/AAAAAAAAAA").status_code
        for _ in range(FOLLOW.attempts + 1)
    ]

    assert tries == [404] * FOLLOW.attempts + [429]
    assert client.get(f"/en/feedback/{found.code}").status_code == 429


def test_too_many_from_one_address_are_refused_with_the_words_given_back(client):
    service = make_service()
    address = f"/en/services/{service.slug}/feedback"
    for number in range(FEEDBACK.attempts):
        client.post(address, data={**SAID, "message": f"Wrong {number}"})

    refused = client.post(address, data={**SAID, "message": "One too many"})

    assert refused.status_code == 429
    assert soup(refused).select_one("textarea").text == "One too many"
    assert ServiceFeedback.select().count() == FEEDBACK.attempts


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_answer_in_another_language_says_so(client, language):
    found = make_feedback(make_service())
    make_answer(found, "We mended it.")

    page = client.get(f"/{language}/feedback/{found.code}")

    assert soup(page).select_one(".words")["lang"] == "en"


def test_empty_result_leads_to_telling_what_was_looked_for(client):
    page = client.get("/en/services?q=xqzwvk")

    links = [a["href"] for a in soup(page).select(".nothing a")]
    assert "/en/feedback?q=xqzwvk" in links


def test_card_leads_to_saying_that_it_is_wrong(client):
    service = make_service()

    page = client.get(f"/en/services/{service.slug}")

    address = f"/en/services/{service.slug}/feedback"
    assert [a.text for a in soup(page).select(f"main a[href='{address}']")]
