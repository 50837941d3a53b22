"""Pages that are kept for all visitors tell nobody of what concerns another."""

import pytest

from portal import freshness
from portal.directory.actions import DraftEasy
from portal.notices.actions import follow
from portal.notices.recipients import participant_key, user_key
from tests.factories import (
    make_practice,
    make_service,
    make_user,
    make_workshop,
    sign_in,
    take_seat,
)
from tests.notices.waiting import happened

PAGES = [
    "/en/",
    "/en/themes/money",
    "/en/services",
    "/en/services/advice",
    "/en/services/advice/easy",
    "/en/practices",
    "/en/practices/together",
    "/en/places",
    "/en/outreach",
    "/en/definition-cards",
    "/en/rollouts",
]
THEIRS = ("/en/notices", 'id="follow"', 'name="by"', "Following")


@pytest.fixture(autouse=True)
def things(monkeypatch):
    """The clock stands, so that no page is drawn anew because time has passed."""
    monkeypatch.setattr(freshness, "time", lambda: 1_800_000_000)
    easy = {"en": DraftEasy("Advice, easy", "We help you.")}
    return [
        ("service", make_service("Advice", "theme:money", slug="advice", easy=easy).id),
        ("practice", make_practice("Together", slug="together").id),
    ]


def signed_in(app, things):
    user = make_user()
    happened(user, item=99)
    for kind, number in things:
        follow(user_key(user.id), kind, number, wanted=True)
    return sign_in(app, user)


def seated(app, things):
    client, me = take_seat(app, make_workshop())
    for kind, number in things:
        follow(participant_key(me.id), kind, number, wanted=True)
    return client


@pytest.mark.parametrize("known", [signed_in, seated])
@pytest.mark.parametrize("path", PAGES)
def test_kept_page_is_nobodys_whoever_looked_first(app, client, things, known, path):
    person = known(app, things)

    first = person.get(path)
    visitor = client.get(path)
    again = person.get(path, headers={"If-None-Match": visitor.headers["ETag"]})
    later = app.test_client().get(path)

    assert [word for word in THEIRS if word in visitor.text] == []
    assert (later.data, later.headers["ETag"]) == (
        visitor.data,
        visitor.headers["ETag"],
    )
    assert (again.status_code, again.data) == (200, first.data)
    assert "ETag" not in first.headers
    assert "Cookie" in first.headers["Vary"]


@pytest.mark.parametrize("known", [signed_in, seated])
@pytest.mark.parametrize("path", ["/en/services/advice", "/en/practices/together"])
def test_way_to_follow_comes_and_goes_with_who_looks(app, client, things, known, path):
    visitor = client.get(path)

    person = known(app, things).get(path)

    assert ('id="follow"' in visitor.text, 'id="follow"' in person.text) == (
        False,
        True,
    )
    assert "Stop following" in person.text
