import pytest

from tests.routes import routes

SAFE = {"GET", "HEAD", "OPTIONS"}
ONE_CLICK = "notices.set_stopped"
"""Its link proves who may send; see tests/notices/views/test_stopping.py."""
CROSS_SITE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    {"Origin": "https://evil.example"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": "null"},
    {"Origin": "http://["},
]


@pytest.mark.parametrize("headers", CROSS_SITE, ids=str)
def test_every_unsafe_route_refuses_other_sites(app, client, headers):
    unsafe = [
        route
        for route in routes(app)
        if route.method not in SAFE and route.endpoint != ONE_CLICK
    ]

    answers = {
        route.name: client.open(
            route.address, method=route.method, headers=headers
        ).status_code
        for route in unsafe
    }

    assert answers == {route.name: 403 for route in unsafe}
    assert len(unsafe) >= 13


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://localhost"},
    ],
    ids=str,
)
def test_own_forms_are_accepted(client, headers):
    response = client.post("/en/sign-out", headers=headers)

    assert response.status_code == 303


def test_reading_from_another_site_is_welcome(client):
    response = client.get("/en/services", headers={"Sec-Fetch-Site": "cross-site"})

    assert response.status_code == 200


UNREADABLE = ["%00", "a%00b", "%ff", "%E4", "%ED%A0%80", "%C3"]


@pytest.mark.parametrize("text", UNREADABLE)
@pytest.mark.parametrize("part", ["q={}", "{}=x"])
def test_unreadable_query_is_refused(client, part, text):
    response = client.get("/en/services?" + part.format(text))

    assert response.status_code == 400


@pytest.mark.parametrize("text", UNREADABLE)
@pytest.mark.parametrize("part", ["email={}", "{}=x"])
def test_unreadable_form_is_refused(client, part, text):
    response = client.post(
        "/en/sign-in",
        data=part.format(text),
        content_type="application/x-www-form-urlencoded",
    )

    assert response.status_code == 400


@pytest.mark.parametrize("raw", [b"email=\xff", b"email=keskell\xe4", b"email=\x00"])
def test_unreadable_bytes_in_a_form_are_refused(client, raw):
    response = client.post(
        "/en/sign-in", data=raw, content_type="application/x-www-form-urlencoded"
    )

    assert response.status_code == 400


@pytest.mark.parametrize("raw", [b"\xff", b"\x00"])
def test_unreadable_bytes_in_a_form_of_parts_are_refused(client, raw):
    part = b'--x\r\nContent-Disposition: form-data; name="email"\r\n\r\n'

    response = client.post(
        "/en/sign-in",
        data=part + raw + b"\r\n--x--\r\n",
        content_type="multipart/form-data; boundary=x",
    )

    assert response.status_code == 400


@pytest.mark.parametrize("path", ["/en/services/%ff", "/en/services/%00", "/en/%E4"])
def test_unreadable_address_is_refused(client, path):
    response = client.get(path)

    assert response.status_code == 400


def test_every_letter_there_is_can_be_sent(client):
    response = client.get("/en/services", query_string={"q": "ä ž 字 🙂 % + & �"})

    assert response.status_code == 200


def test_too_large_body_is_refused(client):
    response = client.post("/en/sign-in", data={"email": "a" * 200_000})

    assert response.status_code == 413
