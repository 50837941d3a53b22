import pytest

from portal.accounts import passwords
from portal.accounts.passwords import NOBODY, hashed, matches
from tests.conftest import SLOW_HASHER

pytestmark = pytest.mark.no_database


@pytest.fixture(autouse=True)
def slow(monkeypatch):
    monkeypatch.setattr(passwords, "hasher", SLOW_HASHER)


def test_password_is_hashed_with_argon2id_and_its_own_salt():
    first, second = hashed("a long password"), hashed("a long password")

    assert first != second
    assert first.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize(
    ("password", "right"),
    [("hyvä salasana", True), ("Hyvä salasana", False), ("", False)],
)
def test_password_matches_its_own_hash_only(password, right):
    kept = hashed("hyvä salasana")

    assert matches(kept, password) is right


def test_what_is_not_a_hash_matches_nothing():
    assert matches("not a hash", "not a hash") is False


def test_nobody_has_no_password():
    assert matches(None, "nobody has this password") is False
    assert matches(NOBODY, "nobody has this password") is True
