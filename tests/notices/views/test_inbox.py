import pytest
from playhouse.test_utils import count_queries

from portal.accounts.actions import begin_session
from portal.notices.models import Notice
from portal.notices.queries.inbox import ON_A_PAGE
from portal.notices.recipients import participant_key
from tests.factories import make_user, make_workshop, sign_in, take_seat
from tests.notices.waiting import NOON, happened, told
from tests.soup import page

__all__ = ["told"]
pytestmark = pytest.mark.usefixtures("told")


def texts(found, selector):
    return [" ".join(one.text.split()) for one in found.select(selector)]


def test_notices_of_an_account_say_what_is_new_in_words(app):
    user = make_user()
    for item, seen_at in ((7, NOON), (8, None), (8, None), (404, None)):
        happened(user, item=item, seen_at=seen_at)

    found = page(sign_in(app, user), "/en/notices")

    assert texts(found, "main li.stack a") == [
        "2 pieces of news.",
        "There is news of thing 7.",
    ]
    assert texts(found, "main li .badge") == ["New"]
    assert texts(found, "main li .hint[lang=fi]") == ["Thing 8", "Thing 7"]
    assert "1 notice is about something that is no longer there." in found.text
    assert found.select("main a[href='/en/notices/wishes']")


def test_every_seat_of_a_browser_is_told_without_an_account(app):
    workshop = make_workshop()
    client, me = take_seat(app, workshop)
    happened(participant_key(me.id))
    happened("participant:99999", item=8)

    found = page(client, "/en/notices")

    assert texts(found, "main li.stack a") == ["There is news of thing 7."]
    assert found.select("main a[href='/en/notices/wishes']") == []


def test_all_shown_are_marked_as_seen_and_later_ones_are_not(app):
    user = make_user()
    shown, later = happened(user), happened(user, item=8)
    client = sign_in(app, user)

    response = client.post("/en/notices", data={"seen_to": shown.id})

    assert (response.status_code, response.location) == (303, "/en/notices?done=1")
    unseen = Notice.select().where(Notice.seen_at.is_null())
    assert [one.id for one in unseen] == [later.id]
    newest = page(client, "/en/notices").select_one("main input[name=seen_to]")
    assert newest["value"] == str(later.id)

    client.post("/en/notices", data={"seen_to": later.id})

    again = page(client, "/en/notices?done=1")
    assert again.select("main form") == []
    assert "All is marked as seen." in again.text


def test_what_is_new_on_a_later_page_is_marked_from_any_page(app):
    user = make_user()
    unseen = happened(user, item=1)
    for item in range(2, ON_A_PAGE + 2):
        newest = happened(user, item=item, seen_at=NOON)
    client = sign_in(app, user)

    offered = [
        page(client, f"/en/notices?page={number}").select_one("input[name=seen_to]")
        for number in (1, 2)
    ]

    assert unseen.id < newest.id
    assert [field["value"] for field in offered] == [str(newest.id)] * 2


@pytest.mark.parametrize("sent", ["", "0", "x", "-1", "99999999999999"])
def test_what_is_no_notice_marks_nothing(app, sent):
    user = make_user()
    happened(user)

    response = sign_in(app, user).post("/en/notices", data={"seen_to": sent})

    assert response.status_code == 422
    assert Notice.get().seen_at is None


def test_somebody_unknown_is_asked_who_they_are(client):
    assert client.get("/en/notices").location == "/en/sign-in?next=/en/notices"
    assert client.post("/en/notices", data={"seen_to": 1}).status_code == 401


@pytest.mark.parametrize("count", [1, 3])
def test_notices_cost_the_same_for_one_and_for_three(app, count):
    user, workshop = make_user(), make_workshop()
    client, me = take_seat(app, workshop)
    with client.session_transaction() as session:
        session["_user_id"] = begin_session(user)
    for item in range(count):
        happened(user, item=item + 1)
        happened(participant_key(me.id), item=item + 50)
    client.get("/en/notices")

    with count_queries() as queries:
        response = client.get("/en/notices")

    assert response.text.count("There is news of thing") == 2 * count
    # Who is signed in, their roles, their seats, the notices, how many in the header.
    assert queries.count == 5


def test_page_is_kept_nowhere(app):
    response = sign_in(app, make_user()).get("/en/notices")

    assert response.headers["Cache-Control"] == "no-store"
    assert "Nothing yet" in response.text
