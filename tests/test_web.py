import pytest
from flask import abort

from portal.db import LARGEST_ID
from portal.permissions import Role
from portal.web import SECURITY_HEADERS, local_path, query_with
from tests.factories import make_user, make_workshop, sign_in

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
RESULTS = {**HTMX, "HX-Target": "div#results"}


def bears_security_headers(response):
    borne = {name: response.headers.getlist(name) for name in SECURITY_HEADERS}
    return borne == {name: [value] for name, value in SECURITY_HEADERS.items()}


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/", 302),
        ("GET", "/en/", 200),
        ("HEAD", "/en/", 200),
        ("OPTIONS", "/en/", 200),
        ("GET", "/en", 308),
        ("GET", "/healthz", 200),
        ("GET", "/en/account", 303),
        ("GET", "/en/services?q=%ff", 400),
        ("GET", "/en/nowhere", 404),
        ("GET", "/xx/services", 404),
        ("GET", "/static/nothing.css", 404),
        ("POST", "/en/account/sessions/1", 401),
        ("POST", "/en/places", 405),
        ("POST", "/en/sign-in", 422),
        ("POST", "/en/sign-out", 303),
    ],
)
def test_security_headers_are_on_every_kind_of_answer(client, method, address, status):
    response = client.open(address, method=method)

    assert response.status_code == status
    assert bears_security_headers(response)


@pytest.mark.parametrize("status", [403, 409, 413, 418, 429, 500])
def test_security_headers_are_on_every_refusal(app, client, monkeypatch, status):
    monkeypatch.setitem(app.view_functions, "accounts.sign_in", lambda: abort(status))

    response = client.get("/en/sign-in")

    assert response.status_code == status
    assert bears_security_headers(response)


def test_security_headers_are_on_an_answer_without_change(client):
    workshop = make_workshop()
    address = f"/en/workshops/{workshop.slug}/news"
    state = client.get(address).headers["HX-PTag"]

    response = client.get(address, headers={**HTMX, "HX-PTag": state})

    assert (response.status_code, response.data) == (304, b"")
    assert bears_security_headers(response)


def test_static_files_are_never_guessed_at(client):
    with client.get("/static/mark.svg") as response:
        assert response.status_code == 200
        assert response.mimetype == "image/svg+xml"
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_content_security_policy_has_no_unsafe_source(client):
    policy = client.get("/en/").headers["Content-Security-Policy"]

    assert policy == (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )


@pytest.mark.parametrize(
    ("secure", "sent"),
    [(True, "max-age=63072000; includeSubDomains"), (False, None)],
)
def test_browsers_are_told_to_stay_with_https(app, client, monkeypatch, secure, sent):
    monkeypatch.setitem(app.config, "SESSION_COOKIE_SECURE", secure)

    response = client.get("/healthz")

    assert response.headers.get("Strict-Transport-Security") == sent


def test_pages_vary_on_what_they_depend_on(client):
    response = client.get("/en/services")

    assert {"cookie", "hx-request", "hx-target"} <= set(response.vary.as_set())
    assert response.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(
    ("headers", "whole"),
    [
        ({}, True),
        (RESULTS, False),
        ({"HX-Request": "true", "HX-Target": "results"}, False),
        ({**RESULTS, "HX-Target": "div#other"}, True),
        ({**RESULTS, "HX-Target": "#"}, True),
        ({**RESULTS, "HX-Request-Type": "full"}, True),
        ({**RESULTS, "HX-Boosted": "true"}, True),
        ({**RESULTS, "HX-History-Restore-Request": "true"}, True),
    ],
    ids=str,
)
def test_page_is_a_fragment_only_where_htmx_asks_for_it(client, headers, whole):
    response = client.get("/en/services", headers=headers)

    assert response.text.startswith("<!doctype html>") is whole
    assert 'id="results"' in response.text


def test_redirect_leaves_the_page_for_htmx(client):
    plain = client.post("/en/sign-out")
    partial = client.post("/en/sign-out", headers=HTMX)

    assert (plain.status_code, plain.location) == (303, "/en/")
    assert (partial.status_code, partial.headers["HX-Redirect"]) == (200, "/en/")


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("/en/services?q=a%20b#top", "/en/services?q=a%20b#top"),
        ("", ""),
        ("en/services", ""),
        ("//evil.example", ""),
        ("///evil.example", ""),
        ("/\\evil.example", ""),
        ("\\\\evil.example", ""),
        ("/\t/evil.example", ""),
        ("/\t\\evil.example", ""),
        ("/\n/evil.example", ""),
        (" //evil.example", ""),
        ("https://evil.example", ""),
        ("https:evil.example", ""),
        ("javascript:alert(1)", ""),
        ("http://[", ""),
        ("//[", ""),
    ],
)
def test_local_path_stays_on_this_site(url, local):
    assert local_path(url) == local


def test_query_is_kept_with_changes(app):
    with app.test_request_context("/en/services?theme=a&q=a+b&theme=b&page=1"):
        assert query_with(page=2) == "theme=a&theme=b&q=a+b&page=2"


@pytest.mark.parametrize(
    "number", ["0", "-1", "1.5", "x", str(LARGEST_ID), str(LARGEST_ID + 1), "9" * 30]
)
def test_number_that_no_row_has_is_not_found(client, number):
    response = client.get(f"/en/proposals/{number}")

    assert response.status_code == 404


def test_signed_in_page_is_not_kept_by_others(app):
    client = sign_in(app, make_user(Role.MODERATOR))

    response = client.get("/en/moderation")

    assert response.headers["Cache-Control"] == "private, no-cache"
    assert "cookie" in response.vary.as_set()
