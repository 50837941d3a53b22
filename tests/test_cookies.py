import pytest

from tests.factories import make_workshop, take_seat

FRAGMENT = {"HX-Request": "true"}


@pytest.mark.parametrize(
    ("page", "headers", "renewed"),
    [
        ("board", {}, True),
        ("board", {**FRAGMENT, "HX-Target": "div#cards"}, False),
        ("news", FRAGMENT, False),
    ],
)
def test_session_is_renewed_by_whole_pages_only(app, page, headers, renewed) -> None:
    workshop = make_workshop()
    client, _me = take_seat(app, workshop)
    with client.session_transaction() as held:
        held.permanent = True

    response = client.get(f"/en/workshops/{workshop.slug}/{page}", headers=headers)

    set_cookies = response.headers.getlist("Set-Cookie")
    assert any(cookie.startswith("session=") for cookie in set_cookies) is renewed


def test_session_that_changes_is_kept_whatever_asked(app) -> None:
    workshop = make_workshop()
    client, _me = take_seat(app, workshop)

    response = client.post(
        f"/en/workshops/{workshop.slug}/seat/departure", headers=FRAGMENT
    )

    assert response.headers.getlist("Set-Cookie") != []
