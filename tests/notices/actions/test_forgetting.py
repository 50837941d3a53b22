from datetime import timedelta

import pytest

from portal.db import now
from portal.notices.actions import forget_old
from portal.notices.models import Notice
from tests.notices.waiting import happened


@pytest.mark.parametrize(
    ("happened_days", "seen_days", "left"),
    [(364, None, 1), (366, None, 0), (300, 179, 1), (300, 181, 0), (366, 10, 1)],
)
def test_seen_notices_go_sooner_than_unseen_ones(happened_days, seen_days, left):
    seen_at = None if seen_days is None else now() - timedelta(days=seen_days)
    happened("user:3", at=now() - timedelta(days=happened_days), seen_at=seen_at)

    forgotten = forget_old()

    assert (forgotten, Notice.select().count()) == (1 - left, left)


def test_command_says_how_many(app):
    happened("user:3", at=now() - timedelta(days=400))
    happened("user:3", at=now())

    done = app.test_cli_runner().invoke(args=["notices", "forget"])

    assert done.output.startswith("Notices deleted: 1.")
