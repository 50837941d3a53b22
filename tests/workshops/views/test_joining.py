from datetime import date, timedelta

import pytest

from portal.accounts.models import Voice
from portal.db import now
from portal.limits import JOIN
from portal.workshops.actions import Text
from portal.workshops.models import Participant, Phase, Way
from tests.factories import make_user, make_workshop, sign_in, take_seat
from tests.workshops.pages import errors, fields, one, send, soup, texts

MISREAD = (
    "No code has the letters I, L or O, or the numbers 0 or 1. Look once more: "
    "it may be J, Q, D or 7."
)


def seats(workshop):
    rows = Participant.select().where(Participant.workshop == workshop)
    return [(row.nickname, row.voice, row.user) for row in rows]


@pytest.mark.parametrize("written", ["K7MQ2X", " k7m q2x", "K7M-Q2X"])
def test_code_leads_to_the_workshop_however_it_is_typed(client, written):
    make_workshop(code="K7MQ2X")

    response = client.get("/en/join", query_string={"code": written})

    assert (response.status_code, response.location) == (303, "/en/join/K7MQ2X")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "Write the code"),
        ("never <b>", "No workshop has this code. Check it once more."),
        ("neve", "This has 4 letters and numbers. Check that none is missing."),
        (
            "O0I1X",
            MISREAD,
        ),
        (
            "AAAA-BBBB-CCCC-DDDD",
            "This looks like a recovery code. Use it on the page for coming back.",
        ),
        ("K" * 41, "Shorten this by 1 character"),
    ],
)
def test_code_that_opens_nothing_is_kept_and_explained(client, written, message):
    response = client.get("/en/join", query_string={"code": written})

    assert response.status_code == 422
    assert errors(response) == [("#code", message)]
    assert fields(response) == {"code": written}


def test_code_in_an_address_that_opens_nothing_is_not_found(client):
    assert client.get("/en/join/ZZZZZZ").status_code == 404
    assert client.post("/en/join/ZZZZZZ", data={"voice": "staff"}).status_code == 404


def test_too_many_wrong_codes_shut_every_door_for_a_while(client):
    workshop = make_workshop(code="K7MQ2X")
    for number in range(JOIN.attempts):
        client.get(f"/en/join/ZZZZ{number:02}")

    answers = [
        client.get("/en/join/ZZZZZZ"),
        client.get("/en/join/K7MQ2X"),
        client.get("/en/join", query_string={"code": "K7MQ2X"}),
        client.post("/en/join/K7MQ2X", data={"voice": "resident"}),
        client.post("/en/return", data={"recovery": "AAAA"}),
    ]

    assert [answer.status_code for answer in answers] == [429] * 5
    assert seats(workshop) == []


def test_right_codes_are_not_counted(app):
    """A whole hall joins from one address."""
    make_workshop(code="K7MQ2X")

    answers = [
        app.test_client().post("/en/join/K7MQ2X", data={"voice": "resident"})
        for _ in range(JOIN.attempts + 1)
    ]

    assert {answer.status_code for answer in answers} == {200}


def test_join_page_asks_for_a_voice_and_picks_none(client):
    workshop = make_workshop(texts={"en": Text(title="How to meet?")})

    response = client.get(f"/en/join/{workshop.code}")

    assert texts(response, "h1") == ["How to meet?"]
    assert [tag["value"] for tag in soup(response).select("[name=voice]")] == [
        "resident",
        "expert",
        "partner",
        "staff",
    ]
    assert {name: bool(value) for name, value in fields(response).items()} == {
        "nickname": False,
        "submission": True,
    }


def test_join_gives_a_seat_and_a_recovery_code_shown_once(client):
    workshop = make_workshop()
    page = client.get(f"/en/join/{workshop.code}")

    response = send(
        client, page, f"/join/{workshop.code}", voice="expert", nickname=" Pia  K "
    )

    assert seats(workshop) == [("Pia K", Voice.EXPERT, None)]
    assert response.headers["Cache-Control"] == "no-store"
    assert len(one(response, "p.big").text) == len("XXXX-XXXX-XXXX-XXXX")
    board = client.get(f"/en/workshops/{workshop.slug}/board")
    assert soup(board).select_one("form[action$='/proposals']")


def test_join_signed_in_remembers_the_account(app):
    workshop, user = make_workshop(), make_user()

    sign_in(app, user).post(f"/en/join/{workshop.code}", data={"voice": "staff"})

    assert seats(workshop) == [("", Voice.STAFF, user.id)]


def test_join_twice_goes_to_the_board(app):
    workshop = make_workshop()
    client, _seat = take_seat(app, workshop)

    again = [
        client.get(f"/en/join/{workshop.code}"),
        client.post(f"/en/join/{workshop.code}", data={"voice": "staff"}),
    ]

    board = f"/en/workshops/{workshop.slug}/board"
    assert [(a.status_code, a.location) for a in again] == [(303, board)] * 2
    assert seats(workshop) == [("", Voice.RESIDENT, None)]


@pytest.mark.parametrize("voice", [{}, {"voice": ""}, {"voice": "mayor"}])
def test_join_needs_a_voice(client, voice):
    workshop = make_workshop()

    response = client.post(
        f"/en/join/{workshop.code}",
        data={"nickname": "Pia", "submission": "one form", **voice},
    )

    assert response.status_code == 422
    assert errors(response) == [("#voice", "Choose as whom you take part")]
    assert fields(response) == {"nickname": "Pia", "submission": "one form"}
    assert seats(workshop) == []


def test_join_with_an_overlong_nickname_keeps_it(client):
    workshop = make_workshop()
    written = {"nickname": "ö" * 42, "voice": "partner", "submission": "one form"}

    response = client.post(f"/en/join/{workshop.code}", data=written)

    assert response.status_code == 422
    assert errors(response) == [("#nickname", "Shorten this by 2 characters")]
    assert fields(response) == written
    assert seats(workshop) == []


def test_join_notes_how_and_when_one_agreed_and_says_until_when_it_is_kept(client):
    workshop = make_workshop(deletes_on=date(2030, 8, 31))

    page = client.get(f"/en/join/{workshop.code}")
    client.post(f"/en/join/{workshop.code}", data={"voice": "staff"})

    assert "31 August 2030" in one(page, "main form .panel").text
    (row,) = Participant.select()
    assert row.way is Way.WEB
    assert now() - row.consented_at < timedelta(minutes=1)


def test_joined_page_leads_another_device_back(client):
    workshop = make_workshop()

    page = client.post(f"/en/join/{workshop.code}", data={"voice": "staff"})
    recovery = one(page, "p.big").text
    there = client.get(f"/en/return?recovery={recovery}")

    assert soup(page).select_one("main [role=img] svg.qr")
    assert fields(there) == {"recovery": recovery}
    assert there.headers["Cache-Control"] == "no-store"


def test_code_of_a_workshop_that_is_being_answered_seats_nobody(client):
    workshop = make_workshop(Phase.ANSWER, texts={"en": Text("How to meet?")})

    page = client.get(f"/en/join/{workshop.code}")
    sent = client.post(f"/en/join/{workshop.code}", data={"voice": "staff"})

    assert (page.status_code, sent.status_code) == (410, 410)
    assert "How to meet?" in page.text
    assert one(page, 'main a[href$="/results"]')
    assert seats(workshop) == []


@pytest.mark.parametrize(
    "nickname",
    ["<script>alert(1)</script>", "\u202emaija", "\U0001f9f6" * 40, "x" * 40],
)
def test_nickname_is_shown_as_it_is_and_harmless(client, nickname):
    workshop = make_workshop()

    client.post(
        f"/en/join/{workshop.code}", data={"voice": "staff", "nickname": nickname}
    )
    page = client.get(f"/en/workshops/{workshop.slug}/seat")

    assert texts(page, "dl.facts bdi") == [Participant.get().nickname]
    assert not soup(page).select("main script")


def test_ten_thousand_letters_in_a_code_are_no_trouble(client):
    long = "A" * 10_000

    answers = [
        client.get("/en/join", query_string={"code": long}),
        client.get(f"/en/join/{long}"),
        client.post("/en/return", data={"recovery": long}),
    ]

    assert [answer.status_code for answer in answers] == [422, 404, 422]
