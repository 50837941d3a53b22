from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.accounts.actions import begin_session
from portal.accounts.models import SignIn, User
from portal.db import now
from portal.permissions import Role
from tests.accounts.test_views import key_in, post
from tests.factories import make_user, sign_in


def is_signed_in(client):
    return client.get("/en/account").status_code == 200


def test_cookie_is_for_the_server_only(client):
    make_user(email="aino@verstas.example")

    response = post(client, "aino@verstas.example")

    [cookie] = response.headers.getlist("Set-Cookie")
    assert {"HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))


def test_every_sign_in_has_a_key_of_its_own_which_is_not_stored(app):
    user = make_user()
    first, second = app.test_client(), app.test_client()

    post(first, user.email)
    post(second, user.email)

    keys = {key_in(first), key_in(second)}
    assert len(keys) == 2
    assert keys & {row.key_digest for row in SignIn.select()} == set()


def test_signing_out_ends_the_session_on_the_server(app):
    client = sign_in(app, make_user())
    kept = client.get_cookie("session").value

    response = client.post("/en/sign-out")

    assert (response.status_code, response.location) == (303, "/en/")
    thief = app.test_client()
    thief.set_cookie("session", kept)
    assert not is_signed_in(thief)
    assert SignIn.select().count() == 0


def test_signing_out_keeps_the_seats_taken(app):
    client = sign_in(app, make_user())
    with client.session_transaction() as session:
        session["seats"] = {"1": "key"}

    client.post("/en/sign-out")

    with client.session_transaction() as session:
        assert session["seats"] == {"1": "key"}


def test_signing_out_leaves_other_devices_signed_in(app):
    user = make_user()
    here, there = sign_in(app, user), sign_in(app, user)

    here.post("/en/sign-out")

    assert (is_signed_in(here), is_signed_in(there)) == (False, True)


def test_signing_out_twice_changes_nothing(client):
    response = client.post("/en/sign-out")

    assert (response.status_code, response.location) == (303, "/en/")


def test_another_device_is_ended_from_here(app):
    user = make_user()
    here, there = sign_in(app, user), sign_in(app, user)
    page = BeautifulSoup(here.get("/en/account").data, "html.parser")
    [end] = page.select("form[action*='/account/sessions/']")

    response = here.post(end["action"])

    assert (response.status_code, response.location) == (303, "/en/account")
    assert (is_signed_in(here), is_signed_in(there)) == (True, False)


def test_somebody_elses_device_is_not_ended(app):
    other = sign_in(app, make_user())
    session_id = SignIn.get().id

    sign_in(app, make_user()).post(f"/en/account/sessions/{session_id}")

    assert is_signed_in(other)


def test_session_ends_when_its_time_is_up(app):
    client = sign_in(app, make_user())
    SignIn.update(expires_at=now() - timedelta(seconds=1)).execute()

    assert not is_signed_in(client)


def test_session_ends_when_the_account_is_closed(app):
    user = make_user()
    client = sign_in(app, user)
    User.update(active=False).where(User.id == user.id).execute()

    assert not is_signed_in(client)


@pytest.mark.parametrize("cookie", ["", "x", "eyJfdXNlcl9pZCI6IjEifQ.aaaa.bbbb", "é"])
def test_cookie_of_somebody_elses_making_signs_nobody_in(client, cookie):
    client.set_cookie("session", cookie)

    assert not is_signed_in(client)


@pytest.mark.parametrize("devices", [1, 3])
def test_account_asks_as_often_for_many_devices_as_for_one(app, devices):
    user = make_user(Role.MODERATOR)
    client = sign_in(app, user)
    for _ in range(devices - 1):
        begin_session(user)

    with count_queries() as queries:
        page = client.get("/en/account")

    assert page.text.count("Since ") == devices
    # Who is signed in, their roles, their devices, their notices.
    assert queries.count == 4
