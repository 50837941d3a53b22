"""People who wait for mail, and a happening to tell of."""

from datetime import datetime

import pytest

from portal.notices import events
from portal.notices.models import MailBox, Notice, Topic, Wish
from portal.notices.recipients import user_key
from tests.factories import make_user

NOON = datetime.fromisoformat("2026-11-18 10:00")
"""A Wednesday; at noon where the region is."""
EVENT = "told-in-tests"


def reader(quiet=(0, 0), paces=None, **fields):
    box = {name: fields.pop(name) for name in MAIL_BOX if name in fields}
    user = make_user(**fields)
    MailBox.create(user=user.id, quiet_from=quiet[0], quiet_until=quiet[1], **box)
    for topic, pace in (paces or {}).items():
        Wish.create(user=user.id, topic=topic, pace=pace)
    return user


MAIL_BOX = ("daily_at", "weekly_at", "stopped_at", "stopped_why", "bounces")
_happenings = iter(range(10**6))


def happened(user, topic=Topic.ANSWERS, at=NOON, item=7, **fields):
    return Notice.create(
        recipient=user_key(user.id) if hasattr(user, "email") else user,
        topic=topic,
        event=fields.pop("event", EVENT),
        kind="proposal",
        item_id=item,
        happening=f"h{next(_happenings)}",
        happened_at=at,
        **fields,
    )


def tell(notices):
    """Nothing is left to tell of thing 404, and thing 13 is a sensitive one."""
    return {
        one.id: events.Told(
            f"There is news of thing {one.item_id}.",
            f"/en/things/{one.item_id}",
            f"Thing {one.item_id}",
            "fi",
            sensitive=one.item_id == 13,
        )
        for one in notices
        if one.item_id != 404
    }


@pytest.fixture
def told(monkeypatch):
    several = "{} pieces of news.".format
    event = events.Event(Topic.ANSWERS, tell, several)
    monkeypatch.setitem(events.EVENTS, EVENT, event)


def fresh(notice):
    return Notice.get_by_id(notice.id)
