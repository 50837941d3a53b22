"""One click ends mail: from the mail program, from anywhere, and it can be undone."""

import pytest

from portal.accounts.models import User
from portal.notices.actions import put
from portal.notices.models import Mail, MailBox, MailState, Pace, Topic, Wish
from portal.notices.stopping import signed
from tests.factories import make_user
from tests.notices.waiting import NOON, reader

ONE_CLICK = {"List-Unsubscribe": "One-Click"}
ELSEWHERE = {"Sec-Fetch-Site": "cross-site", "Origin": "https://mail.example"}


def address(app, user, topic=None, language="en"):
    with app.app_context():
        token = signed(user.id, user.created_at, topic)
    return f"/{language}/notices/stop/{token}"


def box(user):
    return MailBox.get_or_none(MailBox.user == user.id)


def pace(user, topic):
    wish = Wish.get_or_none(Wish.user == user.id, Wish.topic == topic)
    return wish and wish.pace


@pytest.mark.parametrize("headers", [{}, ELSEWHERE])
def test_one_click_from_anywhere_stops_all_mail_at_once(app, client, headers):
    user = make_user()

    response = client.post(address(app, user), data=ONE_CLICK, headers=headers)

    assert (response.status_code, response.location) == (200, None)
    assert (box(user).stopped_why, box(user).stopped_at is None) == ("asked", False)


def test_one_click_may_come_as_a_form_with_parts(app, client):
    user = make_user()

    response = client.post(
        address(app, user), data=ONE_CLICK, content_type="multipart/form-data"
    )

    assert (response.status_code, box(user).stopped_why) == (200, "asked")


def test_one_click_twice_is_harmless(app, client):
    user = make_user()

    for _ in range(2):
        response = client.post(address(app, user), data=ONE_CLICK)

    assert (response.status_code, MailBox.select().count()) == (200, 1)


def test_opening_the_link_stops_nothing(app, client):
    user = make_user()

    response = client.get(address(app, user))

    assert (response.status_code, box(user)) == (200, None)
    assert "Stop mail?" in response.text
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_page_stops_mail_and_takes_it_back(app, client):
    user = reader(quiet=(22, 6))

    stopped = client.post(
        address(app, user), data={"wanted": "0"}, follow_redirects=True
    )
    was = box(user).stopped_why
    again = client.post(address(app, user), data={"wanted": "1"}, follow_redirects=True)

    assert ("Mail is stopped" in stopped.text, was) == (True, "asked")
    assert ("Stop mail?" in again.text, box(user).stopped_why) == (True, "")
    assert (box(user).stopped_at, box(user).quiet_from) == (None, 22)


def test_link_of_one_topic_stops_that_topic_only(app, client):
    user = make_user()
    link = address(app, user, Topic.REPLIES)

    client.post(link, data=ONE_CLICK)
    page = client.get(link)

    assert (pace(user, Topic.REPLIES), box(user)) == (Pace.NONE, None)
    assert "We send you no more mail of this kind: Replies." in page.text
    client.post(link, data={"wanted": "1"})
    assert pace(user, Topic.REPLIES) is None


def test_mail_that_waits_is_not_sent_any_more(app, client):
    user = make_user()
    digest = put(user.email, "An answer", "Body")
    Mail.update(user=user.id, stop_url="https://verstas.example/stop").execute()
    direct = put(user.email, "You have a place in the session", "Body")

    client.post(address(app, user), data=ONE_CLICK)

    assert [Mail.get_by_id(mail.id).state for mail in (digest, direct)] == [
        MailState.GIVEN_UP,
        MailState.WAITING,
    ]


def test_mail_stopped_since_it_bounced_does_not_go_again_by_this_link(app, client):
    user = reader(stopped_at=NOON, stopped_why="bounced")

    page = client.get(address(app, user))
    client.post(address(app, user), data={"wanted": "1"})

    assert "your address did not take it" in page.text
    assert "Send me mail again" not in page.text
    assert box(user).stopped_why == "bounced"


def test_one_click_does_not_let_mail_that_bounced_go_again(app, client):
    user = reader(stopped_at=NOON, stopped_why="bounced")

    for data in (ONE_CLICK, {"wanted": "1"}):
        client.post(address(app, user), data=data)

    assert (box(user).stopped_at, box(user).stopped_why) == (NOON, "bounced")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_link_that_is_not_ours_is_not_found(app, client, method):
    user = make_user()
    forged = address(app, user)[:-1] + "~"

    response = client.open(forged, method=method, data=ONE_CLICK)

    assert (response.status_code, box(user)) == (404, None)


def test_link_of_an_earlier_account_of_the_same_number_is_not_found(app, client):
    user = make_user()
    link = address(app, user)
    User.update(created_at="2020-01-01 00:00:00").where(User.id == user.id).execute()

    assert client.get(link).status_code == 404


def test_nothing_else_is_taken_from_another_site(app, client):
    user = make_user()

    empty = client.post(address(app, user), headers=ELSEWHERE)
    other = client.post("/en/sign-out", headers=ELSEWHERE)

    assert (empty.status_code, other.status_code, box(user)) == (422, 403, None)


def test_only_one_address_takes_posts_from_anywhere(app):
    open_ones = [
        name
        for name, view in app.view_functions.items()
        if getattr(view, "from_anywhere", False)
    ]

    assert open_ones == ["notices.set_stopped"]
