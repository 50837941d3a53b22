from datetime import datetime

import pytest

from portal.moderation import queries
from portal.moderation.models import Case, Decision, Reason
from portal.moderation.queries import Verdict

pytestmark = pytest.mark.usefixtures("speaking")

MONDAY, TUESDAY = datetime(2026, 4, 20, 9, 0), datetime(2026, 4, 21, 9, 0)  # noqa: DTZ001  as stored


def test_verdict_is_the_newest_of_each_thing():
    for moment, decision, reason in (
        (TUESDAY, Decision.PUBLISH, None),
        (MONDAY, Decision.RETURN, Reason.UNCLEAR),
    ):
        Case.create(
            kind="proposal",
            item_id=1,
            language="en",
            decided_at=moment,
            decision=decision,
            reason=reason,
        )
    Case.create(kind="proposal", item_id=2, language="en")
    Case.create(kind="other", item_id=3, language="en", decided_at=MONDAY)
    Case.create(kind="proposal", item_id=3, language="en", decided_at=MONDAY)

    found = queries.verdicts("proposal", [1, 2, 3])

    assert found == {1: Verdict(Decision.PUBLISH, None, "", TUESDAY)}


def test_nothing_is_asked_of_nothing():
    assert queries.verdicts("proposal", []) == {}
