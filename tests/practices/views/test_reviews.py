"""A signed link says whether an application is still so; reading changes nothing."""

from datetime import date, timedelta

import pytest
from itsdangerous import TimestampSigner

from portal.db import now, today
from portal.limits import FOLLOW
from portal.practices import review_links
from portal.practices.models import Application, ApplicationText, Practice, Use
from portal.upkeep import review_links as card_links
from tests.factories import make_practice, make_team
from tests.practices.uses import SINCE, make_use, row
from tests.workshops.pages import words


@pytest.fixture
def made():
    made = make_use(
        make_practice("Desk", slug="desk"), note="Two desks", email="a@verstas.example"
    )
    told = now() - timedelta(days=400)
    Application.update(told_at=told, asked_times=2).execute()
    return made


def address_of(app, made):
    with app.app_context():
        token = review_links.signed(made.id, row(made).edition)
    return f"/en/application-reviews/{token}"


def stands(made):
    found = row(made)
    return found.state, found.confirmed_on, found.asked_times, found.edition


ASKED = (Use.IN_USE, None, 2, 1)


def test_reading_shows_what_is_told_and_changes_nothing(app, client, made):
    page = client.get(address_of(app, made))

    assert page.status_code == 200
    for part in ("Desk", "Harju", "In use", "March 2025", "Two desks", "Still so"):
        assert part in words(page)
    assert "a@verstas.example" not in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert stands(made) == ASKED


def test_still_so_counts_from_today_and_keeps_all_that_is_told(app, client, made):
    address = address_of(app, made)

    done = client.post(address, data={"decision": "right"})
    again = client.post(address, data={"decision": "right"})

    assert (done.status_code, again.status_code) == (303, 303)
    assert stands(made) == (Use.IN_USE, today(), 0, 2)
    assert ApplicationText.get().note == "Two desks"
    assert "We ask again in a year." in words(client.get(done.location))
    assert "This link has been used." in words(client.get(again.location))


def test_change_is_told_without_an_account(app, client, made):
    fields = {
        "decision": "changes",
        "state": "on-trial",
        "since": "2025-03",
        "pick_version": "1",
        "note": "Three desks",
        "contact": "Team leader",
    }

    done = client.post(address_of(app, made), data=fields)

    text = ApplicationText.get()
    assert done.status_code == 303
    assert stands(made) == (Use.ON_TRIAL, today(), 0, 2)
    assert (row(made).since, row(made).email) == (SINCE, "a@verstas.example")
    assert (text.note, text.contact) == ("Three desks", "Team leader")


def test_stopping_is_thanked_for(app, client, made):
    fields = {
        "decision": "stopped",
        "state": "in-use",
        "since": "2025-03",
        "until": "2026-05",
        "stopped": "No room",
        "note": "Two desks",
    }

    done = client.post(address_of(app, made), data=fields)

    text = ApplicationText.get()
    assert stands(made) == (Use.STOPPED, today(), 0, 2)
    assert row(made).until == date(2026, 5, 1)
    assert (text.note, text.stopped) == ("Two desks", "No room")
    assert "Thank you: this helps others." in words(client.get(done.location))


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Choose whether it is still so"),
        ({"decision": "stopped", "until": "2026-05"}, "Write why it stopped."),
        ({"decision": "stopped", "stopped": "No room"}, "Tell when it stopped"),
        ({"decision": "changes", "state": "stopped"}, "Choose how it stands"),
        (
            {"decision": "changes", "state": "in-use", "note": "Ring 040 123 4567"},
            "040 123 4567",
        ),
    ],
)
def test_what_can_not_be_used_is_told(app, client, made, sent, told):
    page = client.post(address_of(app, made), data=sent)

    assert page.status_code == 422
    assert told in words(page)
    assert stands(made) == ASKED


def test_old_link_says_so_kindly(app, client, made, monkeypatch):
    long_ago = TimestampSigner("k").get_timestamp() - 61 * 24 * 3600
    with monkeypatch.context() as then:
        then.setattr(TimestampSigner, "get_timestamp", lambda _signer: long_ago)
        address = address_of(app, made)

    page = client.get(address)
    posted = client.post(address, data={"decision": "right"})

    assert page.status_code == 200
    assert "This link has grown old." in words(page)
    assert "Still so" not in words(page)
    assert posted.status_code == 303
    assert stands(made) == ASKED


def test_link_for_another_purpose_is_none_of_ours(app, client, made):
    with app.app_context():
        other = card_links.signed(made.id, None)

    tries = [
        client.get(f"/en/application-reviews/{other}").status_code
        for _ in range(FOLLOW.attempts)
    ]

    assert tries == [404] * FOLLOW.attempts
    assert client.get(address_of(app, made)).status_code == 429


def test_words_sent_by_a_used_link_are_given_back(app, client, made):
    address = address_of(app, made)
    fields = {"decision": "changes", "state": "in-use", "note": "Three desks"}
    client.post(address, data={"decision": "right"})

    page = client.post(address, data=fields)

    assert page.status_code == 409
    assert "Three desks" in page.text
    assert ApplicationText.get().note == "Two desks"


def test_change_sent_twice_is_thanked_for(app, client, made):
    address = address_of(app, made)
    fields = {"decision": "changes", "state": "in-use", "note": "Three desks"}
    fields |= {"pick_version": "1", "since": "2025-03"}

    answers = [client.post(address, data=fields).status_code for _time in range(2)]

    assert answers == [303, 303]


def test_place_told_twice_by_nobody_in_particular_can_stop(app, client, made):
    """As when the organisation of one of them was taken away."""
    team = make_team()
    other = make_use(
        Practice.get_by_id(row(made).practice), organisation=team.organisation.id
    )
    Application.update(organisation=None).where(Application.id == other.id).execute()
    fields = {"decision": "stopped", "until": "2026-05", "stopped": "No room"}

    client.post(address_of(app, made), data=fields)

    assert row(made).state is Use.STOPPED


def test_answer_that_tells_of_danger_shows_help_at_once(app, client, made):
    fields = {"decision": "changes", "state": "in-use", "note": "I want to kill myself"}

    done = client.post(address_of(app, made), data=fields)

    assert "You don't have to manage alone" in words(client.get(done.location))
    assert "manage alone" not in words(client.get(done.location.partition("?")[0]))
