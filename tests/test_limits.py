from datetime import timedelta

import pytest

from portal import limits
from portal.db import now
from portal.errors import Refused
from portal.limits import Attempts, Limit

THREE = Limit("three", attempts=3, minutes=10)
OTHER = Limit("other", attempts=3, minutes=10)


@pytest.fixture
def seen_from(app):
    """A request from an address; what is asked inside is asked from there."""

    def request_from(address="192.0.2.1"):
        return app.test_request_context("/en/", environ_base={"REMOTE_ADDR": address})

    return request_from


def fail(times):
    for _ in range(times):
        limits.count_failure(THREE)


def status(limit=THREE):
    try:
        limits.allow(limit)
    except Refused as refused:
        return refused.status
    return 200


@pytest.mark.parametrize(("failures", "told"), [(0, 200), (2, 200), (3, 429)])
def test_limit_is_reached_by_failures(seen_from, failures, told):
    with seen_from():
        fail(failures)

        assert status() == told


def test_limit_is_of_one_address(seen_from):
    with seen_from("192.0.2.1"):
        fail(3)

    with seen_from("192.0.2.2"):
        assert status() == 200


def test_limit_is_of_one_thing(seen_from):
    with seen_from():
        fail(3)

        assert status(OTHER) == 200


def test_limit_ends_with_its_window(seen_from):
    with seen_from():
        fail(3)
        Attempts.update(window_ends=now() - timedelta(seconds=1)).execute()

        assert status() == 200
        fail(1)
        assert [row.count for row in Attempts.select()] == [1]


def test_window_is_not_made_longer_by_more_failures(seen_from):
    with seen_from():
        fail(1)
        ends = Attempts.get().window_ends
        fail(1)

    [row] = Attempts.select()
    assert (row.count, row.window_ends) == (2, ends)


def test_asking_counts_nothing(seen_from):
    with seen_from():
        for _ in range(5):
            limits.allow(THREE)

    assert Attempts.select().count() == 0


def test_digest_is_deleted_when_its_window_is_over(app):
    for name, minutes in (("over", -1), ("running", 1)):
        ends = now() + timedelta(minutes=minutes)
        Attempts.create(key=name, count=1, window_ends=ends)

    said = app.test_cli_runner().invoke(args=["directory", "forget-unmet"])

    assert said.exit_code == 0
    assert [row.key for row in Attempts.select()] == ["running"]


def test_address_is_not_kept(seen_from):
    with seen_from("192.0.2.1"):
        fail(1)

    [row] = Attempts.select()
    assert len(row.key) == 64
    assert "192.0.2.1" not in row.key
