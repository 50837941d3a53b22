import pytest
from bs4 import BeautifulSoup

from portal.limits import SIGN_IN
from portal.proposals.models import Proposal, State
from portal.workshops.actions import set_phase
from portal.workshops.models import Phase
from tests.factories import (
    make_practice,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)

pytestmark = pytest.mark.one_engine

HTMX = {"HX-Request": "true", "HX-Target": "section#writing"}
WORDS = {
    "suggestion": "Tell the price before the visit",
    "problem": 'Nobody knows it.\nThe bill comes "later" & hurts.',
    "helps": "Families",
    "language": "en",
    "submission": "made-with-the-empty-form",
}
WRITTEN = ("suggestion", "problem", "helps")


def held(response):
    """The form on an error page, as a browser would send it again."""
    soup = BeautifulSoup(response.data, "html.parser")
    return {
        field["name"]: field.get("value", field.text)
        for field in soup.select("main form[method=post] [name]")
    }


def broken():
    raise RuntimeError("a secret detail at /work/portal.db")


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_lost_seat_gives_back_what_was_written(client, headers):
    workshop = make_workshop()

    response = client.post(
        f"/en/workshops/{workshop.slug}/proposals", data=WORDS, headers=headers
    )

    assert response.status_code == 401
    assert response.headers["Cache-Control"] == "no-store"
    assert held(response) == WORDS
    assert Proposal.select().count() == 0


def test_what_was_given_back_can_be_sent_again(app, client):
    workshop = make_workshop()
    address = f"/en/workshops/{workshop.slug}/proposals"
    lost = client.post(address, data=WORDS)
    form = BeautifulSoup(lost.data, "html.parser").select_one("main form[method=post]")
    seated, _me = take_seat(app, workshop)

    response = seated.post(form["action"], data=held(lost))

    proposal = Proposal.get()
    assert response.status_code == 303
    assert (proposal.suggestion, proposal.problem, proposal.helps, proposal.state) == (
        WORDS["suggestion"],
        WORDS["problem"],
        WORDS["helps"],
        State.WAITING,
    )


def test_secrets_are_never_given_back(client):
    secrets = {
        "password": "my own long password",
        "code": "the code of a workshop",
        "recovery": "ABCD-EFGH-JKMN-PQRT of mine",
    }

    response = client.post("/en/account/sessions/1", data={**WORDS, **secrets})

    assert response.status_code == 401
    assert held(response) == WORDS
    assert [secret for secret in secrets.values() if secret in response.text] == []


def test_password_is_not_given_back_after_too_many_tries(client):
    written = {"email": "a@verstas.example", "password": "my own long password"}
    for _ in range(SIGN_IN.attempts):
        client.post("/en/sign-in", data=written)

    response = client.post("/en/sign-in", data=written)

    assert response.status_code == 429
    assert "my own long password" not in response.text
    assert held(response) == {"email": "a@verstas.example"}


def test_closed_phase_gives_back_what_was_written(app):
    workshop = make_workshop()
    client, _me = take_seat(app, workshop)
    set_phase(workshop, Phase.VOTE)

    response = client.post(f"/en/workshops/{workshop.slug}/proposals", data=WORDS)

    assert response.status_code == 409
    assert held(response) == {name: WORDS[name] for name in WRITTEN}
    assert Proposal.select().count() == 0


def test_right_that_is_missing_gives_back_what_was_written(app):
    make_practice(slug="desk")
    client = sign_in(app, make_user())

    response = client.post("/en/practices/desk/edition/text/en", data=WORDS)

    assert response.status_code == 403
    assert held(response) == {name: WORDS[name] for name in WRITTEN}


def test_fault_says_nothing_of_itself_and_gives_back_what_was_written(
    app, client, monkeypatch, caplog
):
    monkeypatch.setitem(app.view_functions, "workshops.take_seat_again", broken)

    response = client.post("/en/return", data=WORDS)

    assert response.status_code == 500
    assert held(response) == {name: WORDS[name] for name in WRITTEN}
    assert [
        word
        for word in ("secret detail", "RuntimeError", "Traceback", ".py", "portal.db")
        if word in response.text
    ] == []
    assert [record.getMessage() for record in caplog.records] == [
        "POST /en/return failed"
    ]


def test_forged_post_does_not_come_back_as_a_form(client):
    response = client.post(
        "/en/sign-in", data=WORDS, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert response.status_code == 403
    assert held(response) == {}
    assert WORDS["suggestion"] not in response.text


def test_markup_given_back_is_inert(client):
    markup = '</textarea><script>alert(1)</script>" onfocus="alert(1)'

    response = client.post("/en/account/sessions/1", data={markup: markup})

    assert response.status_code == 401
    assert held(response) == {markup: markup}
