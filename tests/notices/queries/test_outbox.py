"""Which mail goes now."""

from datetime import datetime

import pytest

from portal.notices import queries
from portal.notices.actions import put
from portal.notices.models import Mail, MailBox
from tests.factories import make_user

NIGHT = datetime.fromisoformat("2026-11-18 01:00")
MORNING = datetime.fromisoformat("2026-11-18 05:00")
"""In UTC; two hours later where the region is."""


@pytest.mark.parametrize(
    ("moment", "stop_url", "goes"),
    [
        (NIGHT, "https://verstas.example/stop", False),
        (MORNING, "https://verstas.example/stop", True),
        (NIGHT, "", True),
    ],
)
@pytest.mark.parametrize("quiet", [None, (21, 7)])
def test_mail_that_was_late_waits_for_the_end_of_quiet_hours(
    monkeypatch, moment, stop_url, goes, quiet
):
    """But not what somebody asked for."""
    user = make_user()
    mail = put(user.email, "An answer", "Body")
    Mail.update(user=user.id, stop_url=stop_url, due_at=NIGHT).execute()
    if quiet:
        MailBox.create(user=user.id, quiet_from=quiet[0], quiet_until=quiet[1])
    monkeypatch.setattr("portal.notices.queries.outbox.now", lambda: moment)

    assert queries.due() == ([mail] if goes else [])
