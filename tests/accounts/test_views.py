from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from portal.accounts.models import SignIn, User
from portal.db import now
from portal.limits import SIGN_IN, Attempts
from tests.factories import PASSWORD, make_user, sign_in

MISMATCH = "The e-mail address and the password do not match"


def post(client, email, password=PASSWORD, **more):
    return client.post(
        "/en/sign-in", data={"email": email, "password": password, **more}
    )


def key_in(client):
    with client.session_transaction() as session:
        return session.get("_user_id")


def test_right_password_signs_in(client):
    user = make_user(email="aino@verstas.example", name="Aino Salo")

    response = post(client, "aino@verstas.example")

    assert (response.status_code, response.location) == (303, "/en/")
    assert "Aino Salo, aino@verstas.example" in client.get("/en/account").text
    assert [row.user for row in SignIn.select()] == [user.id]


def test_address_is_known_in_any_case_and_with_spaces_around(client):
    make_user(email="aino@verstas.example")

    response = post(client, "  Aino@Verstas.EXAMPLE ")

    assert response.status_code == 303


def test_wrong_password_and_unknown_address_get_the_same_answer(app):
    make_user(email="aino@verstas.example")

    wrong = post(app.test_client(), "aino@verstas.example", "not this password")
    unknown = post(app.test_client(), "eino@verstas.example", "not this password")

    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert MISMATCH in wrong.text
    assert wrong.text.replace("aino@", "eino@") == unknown.text
    assert wrong.headers.getlist("Set-Cookie") == unknown.headers.getlist("Set-Cookie")


def test_closed_account_gets_the_same_answer_as_a_wrong_password(client):
    user = make_user(email="aino@verstas.example")
    User.update(active=False).where(User.id == user.id).execute()

    response = post(client, "aino@verstas.example")

    assert response.status_code == 422
    assert MISMATCH in response.text
    assert key_in(client) is None


def test_refused_sign_in_keeps_the_address_and_not_the_password(client):
    response = post(client, "aino@verstas.example", "my own long password")

    soup = BeautifulSoup(response.data, "html.parser")
    assert soup.select_one("input[name=email]")["value"] == "aino@verstas.example"
    assert "value" not in soup.select_one("input[name=password]").attrs
    assert "my own long password" not in response.text


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ({}, ["Write your e-mail address", "Write your password"]),
        ({"email": " ", "password": "x"}, ["Write your e-mail address"]),
        ({"email": "a", "password": ""}, ["Write your password"]),
        ({"email": "a" * 201, "password": "x"}, ["Shorten this by 1 character"]),
        ({"email": "a", "password": "x" * 402}, ["Shorten this by 2 characters"]),
    ],
)
def test_form_says_what_is_missing(client, written, problems):
    response = client.post("/en/sign-in", data=written)

    soup = BeautifulSoup(response.data, "html.parser")
    found = [link.text for link in soup.select(".error-summary a")]
    assert (response.status_code, found) == (422, problems)
    assert Attempts.select().count() == 0


def test_too_many_failures_close_the_door_even_to_the_right_password(client):
    make_user(email="aino@verstas.example")
    for _ in range(SIGN_IN.attempts):
        assert post(client, "aino@verstas.example", "wrong").status_code == 422

    response = post(client, "aino@verstas.example")

    assert response.status_code == 429
    assert "Wait 10 minutes" in response.text
    assert key_in(client) is None


def test_door_opens_again_when_the_window_has_passed(client):
    make_user(email="aino@verstas.example")
    for _ in range(SIGN_IN.attempts):
        post(client, "aino@verstas.example", "wrong")
    Attempts.update(window_ends=now() - timedelta(seconds=1)).execute()

    response = post(client, "aino@verstas.example")

    assert response.status_code == 303


@pytest.mark.parametrize(
    ("wanted", "goes_to"),
    [
        ("/en/moderation?done=publish", "/en/moderation?done=publish"),
        ("/en/services?q=ž", "/en/services?q=%C5%BE"),
        ("", "/en/"),
        ("//evil.example/x", "/en/"),
        ("/\\evil.example", "/en/"),
        ("/\t/evil.example", "/en/"),
        ("/\r\nSet-Cookie: a=b", "/en/"),
        ("https://evil.example", "/en/"),
        ("javascript:alert(1)", "/en/"),
        ("http://[", "/en/"),
    ],
)
def test_sign_in_leads_on_this_site_only(app, wanted, goes_to):
    user = make_user()

    sent = post(app.test_client(), user.email, next=wanted)
    asked = sign_in(app, user).get("/en/sign-in", query_string={"next": wanted})
    partial = app.test_client().post(
        "/en/sign-in",
        data={"email": user.email, "password": PASSWORD, "next": wanted},
        headers={"HX-Request": "true"},
    )

    assert (sent.status_code, sent.location) == (303, goes_to)
    assert (asked.status_code, asked.location) == (302, goes_to)
    assert partial.headers["HX-Redirect"] == goes_to


def test_form_holds_where_to_go_on_only_if_it_is_here(client):
    here = client.get("/en/sign-in?next=/en/moderation")
    elsewhere = client.get("/en/sign-in?next=//evil.example")

    def held(page):
        soup = BeautifulSoup(page.data, "html.parser")
        return [field["value"] for field in soup.select("input[name=next]")]

    assert (held(here), held(elsewhere)) == (["/en/moderation"], [])


def test_demo_people_are_not_shown_outside_a_demo(client):
    response = client.get("/en/sign-in")

    assert "Try the demo as" not in response.text
