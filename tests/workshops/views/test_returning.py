import pytest

from portal.accounts.models import Voice
from portal.workshops import actions, queries
from portal.workshops.models import Participant
from tests.factories import make_workshop, take_seat
from tests.workshops.pages import errors, fields, soup


def seated(client, workshop):
    board = client.get(f"/en/workshops/{workshop.slug}/board")
    return bool(soup(board).select("form[action$='/proposals']"))


def joined(app, workshop):
    client = app.test_client()
    page = client.post(f"/en/join/{workshop.code}", data={"voice": "resident"})
    return client, soup(page).select_one("p.big").text


def test_recovery_code_brings_back_and_ends_the_old_seat(app):
    workshop = make_workshop()
    old, recovery = joined(app, workshop)
    new = app.test_client()

    response = new.post("/en/return", data={"recovery": recovery})

    board = f"/en/workshops/{workshop.slug}/board"
    assert (response.status_code, response.location) == (303, board)
    assert (seated(old, workshop), seated(new, workshop)) == (False, True)
    assert Participant.select().where(Participant.workshop == workshop).count() == 1


def test_recovery_code_is_understood_as_typed_and_works_again(app):
    workshop = make_workshop()
    _old, recovery = joined(app, workshop)

    answers = [
        app.test_client().post("/en/return", data={"recovery": written})
        for written in (recovery.lower(), recovery.replace("-", " "), f" {recovery}.")
    ]

    assert [answer.status_code for answer in answers] == [303, 303, 303]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "Write the recovery code"),
        ("AAAA-BBBB", "This has 8 letters and numbers. Check that none is missing."),
        (
            "AAAA-BBBB-CCCC-DDDD",
            "No workshop has this code. Check it once more.",
        ),
        ("A" * 41, "Shorten this by 1 character"),
    ],
)
def test_recovery_code_that_is_wrong_is_kept_and_explained(client, written, message):
    response = client.post("/en/return", data={"recovery": written})

    assert response.status_code == 422
    assert errors(response) == [("#recovery", message)]
    assert fields(response) == {"recovery": written}


def test_keys_are_stored_as_digests_only():
    participant, key, recovery = actions.join(
        make_workshop(), nickname="", voice=Voice.RESIDENT
    )

    stored = Participant.select().where(Participant.id == participant.id).dicts().get()
    assert key not in map(str, stored.values())
    assert stored["recovery_digest"] == queries.digest(recovery.replace("-", ""))


def test_participant_of_one_workshop_is_nobody_in_another(app):
    here, elsewhere = make_workshop(), make_workshop()
    client, _seat = take_seat(app, here)

    response = client.post(
        f"/en/workshops/{elsewhere.slug}/proposals", data={"suggestion": "Mine too"}
    )

    assert response.status_code == 401
    assert (seated(client, here), seated(client, elsewhere)) == (True, False)


def test_seats_in_several_workshops_are_kept_side_by_side(app):
    first, second = make_workshop(), make_workshop()
    client, _seat = take_seat(app, first)

    client.post(f"/en/join/{second.code}", data={"voice": "staff"})

    assert (seated(client, first), seated(client, second)) == (True, True)
