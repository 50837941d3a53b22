"""The queue of a moderator who is spared heavy cases."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from portal.db import now
from portal.moderation.actions.care import set_spared
from portal.moderation.models import Case, Decision, Urgency
from portal.moderation.queries.queue import queue
from portal.permissions import Role
from portal.proposals.models import State
from tests.factories import make_proposal, make_user, sign_in
from tests.moderation.pages import case_of


@pytest.fixture
def waiting(workshop):
    """An ordinary case and, after it, an urgent one."""
    cases = [
        case_of(make_proposal(workshop, text, state=State.WAITING))
        for text in ("Open doors", "Help now")
    ]
    Case.update(urgency=int(Urgency.URGENT)).where(Case.id == cases[1].id).execute()
    return [case.id for case in cases]


def at_work(by):
    Case.create(
        kind="proposal",
        item_id=0,
        language="en",
        decided_at=now() - timedelta(minutes=5),
        decided_by=by,
        decision=Decision.PUBLISH,
    )


def told(found):
    return [(one.case_id, one.folded) for one in found.waiting]


def test_heavy_ones_stand_last_and_folded_for_who_is_spared(app, waiting):
    ordinary, urgent = waiting
    me = make_user(Role.MODERATOR)

    with app.test_request_context("/en/"):
        usual, spared = queue(me), queue(me, spared=True)

    assert told(usual) == [(urgent, False), (ordinary, False)]
    assert told(spared) == [(ordinary, False), (urgent, True)]


def test_queue_says_why_and_who_has_them(app, waiting):
    me = make_user(Role.MODERATOR)
    client = sign_in(app, me)
    set_spared(me, wanted=True)
    alone = client.get("/en/moderation")
    at_work(make_user(Role.MODERATOR))

    with_others = client.get("/en/moderation")

    assert "Nobody else is at work just now" in alone.text
    assert "They stand folded at the end; others have them." in with_others.text
    shown = BeautifulSoup(with_others.data, "html.parser").select("a[data-case]")
    assert [str(waiting[0]) in shown[0]["href"], len(shown)] == [True, 2]


def test_pause_is_offered_kindly_after_two_hours(app, waiting):
    me = make_user(Role.MODERATOR)
    client = sign_in(app, me)
    before = client.get("/en/moderation")
    for minutes in range(1, 130, 10):
        at_work(me)
        Case.update(decided_at=now() - timedelta(minutes=minutes)).where(
            Case.id == Case.select().order_by(Case.id.desc()).get().id
        ).execute()

    page = client.get("/en/moderation")

    assert "without a pause" not in before.text
    assert "You have read for 2 hours without a pause." in page.text
    assert "/en/moderation/care/pauses" in page.text
    assert "Rules of discussion, version" in page.text
