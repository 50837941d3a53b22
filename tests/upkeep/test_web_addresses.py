"""Addresses are tried as people reach them, and never inside our own walls."""

import pytest

from portal.upkeep.web_addresses import Answer, is_public, tried
from tests.upkeep.web import small_web

pytestmark = pytest.mark.no_database


@pytest.fixture(scope="module")
def web():
    with small_web() as web:
        yield web


def anywhere(_address):
    return True


@pytest.mark.parametrize(
    ("path", "answer", "works"),
    [
        ("/200", Answer(200), True),
        ("/404", Answer(404), False),
        ("/410", Answer(410), False),
        ("/500", Answer(500), False),
        ("/403", Answer(403), True),
        ("/429", Answer(429), True),
        ("/no-head", Answer(200), True),
    ],
)
def test_address_is_tried(web, path, answer, works):
    base, _asked = web

    found = tried(base + path, anywhere)

    assert (found, found.works) == (answer, works)


def test_redirect_is_followed(web):
    base, _asked = web

    assert tried(f"{base}/to?{base}/404", anywhere) == Answer(404)


def test_address_inside_is_never_asked(web):
    base, asked = web
    before = sum(asked.values())

    found = tried(f"{base}/200")

    assert found == Answer(0, "127.0.0.1 is not on the public web")
    assert sum(asked.values()) == before


def test_redirect_to_the_inside_is_not_followed(web):
    base, asked = web
    inside = base.replace("127.0.0.1", "localhost")

    found = tried(f"{base}/to?{inside}/201", lambda _number: not inside_asked(asked))

    assert found == Answer(0, "localhost is not on the public web")
    assert "HEAD /201" not in asked


def inside_asked(asked):
    return any(path.startswith("HEAD /to?") and "/201" in path for path in asked)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/", "data:,x", "http://[", "x"]
)
def test_only_the_web_is_opened(url):
    found = tried(url, anywhere)

    assert (found.status, found.works) == (0, False)


def test_nothing_there_is_told():
    found = tried("http://127.0.0.1:9/", anywhere)

    assert found == Answer(0, "[Errno 111] Connection refused")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
    ],
)
def test_only_the_public_internet_is_public(address, public):
    assert is_public(address) is public
