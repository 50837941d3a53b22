from datetime import timedelta

import pytest

from portal.db import database, now
from portal.notices.actions.bouncing import count_bounce
from portal.notices.models import MailBox, Notice, Pace, Topic, Wish
from portal.notices.paces import DEFAULTS
from portal.notices.queries.wishes import wishes_of
from tests.factories import make_user, sign_in
from tests.soup import page

ADDRESS = "/en/notices/wishes"


def sent(**changed):
    paces = {f"pick_pace_{topic.value}": "weekly" for topic in Topic}
    return {**paces, "pick_from": "22", "pick_until": "6", **changed}


def test_page_shows_what_holds_without_any_choice(app):
    found = page(sign_in(app, make_user()), ADDRESS)

    shown = {
        one["name"]: one.select_one("[selected]") for one in found.select("select")
    }
    paces = {f"pick_pace_{topic}": pace.value for topic, pace in DEFAULTS.items()}
    assert {name: one["value"] for name, one in shown.items()} == {
        **paces,
        "pick_from": "21",
        "pick_until": "7",
    }


def test_wishes_are_kept_and_shown_again(app):
    user = make_user()
    client = sign_in(app, user)

    for pace in ("none", "immediate"):
        response = client.post(ADDRESS, data=sent(pick_pace_replies=pace))

    kept = wishes_of(user)
    assert response.location == f"{ADDRESS}?saved=1"
    assert kept.paces == {
        **dict.fromkeys(Topic, Pace.WEEKLY),
        Topic.REPLIES: Pace.IMMEDIATE,
    }
    assert (kept.quiet_from, kept.quiet_until) == (22, 6)
    assert Wish.select().count() == len(Topic)
    assert "Your wishes are saved." in page(client, f"{ADDRESS}?saved=1").text


@pytest.mark.parametrize(
    "wrong",
    [{"pick_pace_replies": "hourly"}, {"pick_from": "24"}, {"pick_until": ""}],
)
def test_what_is_not_offered_is_refused_and_changes_nothing(app, wrong):
    client = sign_in(app, make_user())

    response = client.post(ADDRESS, data=sent(**wrong))

    assert (response.status_code, Wish.select().count()) == (422, 0)
    assert "One thing to fix" in response.text


@pytest.mark.parametrize(
    ("why", "said"),
    [("bounced", "your address did not take it"), ("asked", "You asked us to stop")],
)
def test_stopped_mail_says_why_and_starts_again(app, why, said):
    user = make_user()
    stopped_at = now() - timedelta(days=2)
    MailBox.create(user=user, stopped_at=stopped_at, stopped_why=why, bounces=3)
    client = sign_in(app, user)

    assert said in page(client, ADDRESS).text

    response = client.post(ADDRESS, data={"wanted": "1"})

    box = MailBox.get()
    assert response.location == f"{ADDRESS}?started=1"
    assert (box.stopped_at, box.stopped_why, box.bounces) == (None, "", 0)
    assert said not in page(client, ADDRESS).text


def test_wishes_are_reached_from_the_account(app):
    found = page(sign_in(app, make_user()), "/en/account")

    assert found.select(f"main a[href='{ADDRESS}']")


def test_who_reads_here_that_mail_stopped_has_seen_it(app):
    user = make_user()
    with database.atomic():
        count_bounce(user.id, nobody_there=True)

    sign_in(app, user).get(ADDRESS)

    assert Notice.get().seen_at is not None
