from time import time

import pytest
from playhouse.test_utils import count_queries

from portal.accounts.actions import begin_session
from portal.notices.actions import tell
from portal.notices.models import Follow, Notice
from portal.notices.recipients import participant_key, user_key
from portal.workshops.kiosk import COOKIE_PART
from portal.workshops.queries import KIND as WORKSHOP
from portal.workshops.telling import PHASE
from tests.factories import make_proposal, make_user, make_workshop, sign_in, take_seat
from tests.notices.waiting import happened
from tests.soup import page


def bell(client, address):
    found = page(client, address).select_one(".tools a[href='/en/notices']")
    return found and " ".join(found.text.split())


def test_signed_in_see_how_many_wait_on_every_page(app):
    user = make_user()
    client = sign_in(app, user)

    assert bell(client, "/en/") == "Notices"

    for item in (7, 8):
        happened(user, item=item)

    assert bell(client, "/en/") == "Notices 2 new"


def test_seat_is_told_on_the_pages_of_its_workshop_only(app):
    workshop = make_workshop()
    client, me = take_seat(app, workshop)
    happened(participant_key(me.id))

    assert bell(client, f"/en/workshops/{workshop.slug}") == "Notices 1 new"
    assert bell(client, "/en/emergency") is None
    assert bell(client, f"/en/workshops/{make_workshop().slug}") is None


def test_visitors_see_no_bell_and_no_way_to_follow(app, client):
    workshop = make_workshop()
    cover = page(client, f"/en/workshops/{workshop.slug}")

    assert cover.select(".tools a[href='/en/notices'], #follow") == []


@pytest.mark.parametrize("count", [1, 3])
def test_bell_is_one_statement_for_the_signed_in_and_none_for_others(
    app, client, count
):
    user = make_user()
    for item in range(count):
        happened(user, item=item + 1)
    reader = sign_in(app, user)
    for visitor in (client, reader):
        visitor.get("/en/emergency")

    with count_queries() as known:
        reader.get("/en/emergency")
    with count_queries() as unknown:
        client.get("/en/emergency")

    # Who is signed in, their roles, their notices.
    assert (known.count, unknown.count) == (3, 0)


def test_page_of_a_thing_marks_its_notices_as_seen_by_its_recipient_alone(app):
    workshop = make_workshop()
    client, me = take_seat(app, workshop)
    proposal = make_proposal(workshop, author=me)
    reader, other = make_user(), make_user()
    mine = happened(participant_key(me.id), item=proposal.id)
    theirs = happened(other, item=proposal.id)
    elsewhere = happened(reader, item=proposal.id + 1)

    found = bell(client, f"/en/proposals/{proposal.id}")
    sign_in(app, reader).get(f"/en/proposals/{proposal.id}")

    left = {one.id for one in Notice.select().where(Notice.seen_at.is_null())}
    assert (found, left & {mine.id, theirs.id, elsewhere.id}) == (
        "Notices",
        {theirs.id, elsewhere.id},
    )


def test_looking_without_anything_new_writes_nothing(app):
    user, workshop = make_user(), make_workshop()
    proposal = make_proposal(workshop)
    happened(user, item=proposal.id + 1)
    client = sign_in(app, user)
    client.get(f"/en/proposals/{proposal.id}")

    with count_queries() as queries:
        client.get(f"/en/proposals/{proposal.id}")

    assert [sql for sql in statements(queries) if sql.startswith("UPDATE")] == []
    assert user_key(user.id) in {one.recipient for one in Notice.select()}


def test_tablet_that_many_share_tells_nobody_anything(app):
    workshop = make_workshop()
    proposal = make_proposal(workshop)
    client, me = take_seat(app, workshop)
    told = happened(participant_key(me.id), item=proposal.id)
    with client.session_transaction() as session:
        session[COOKIE_PART] = tablet_of(workshop)

    found = page(client, f"/en/proposals/{proposal.id}")
    sent = {"kind": "proposal", "item": proposal.id, "wanted": "1"}
    answers = [
        client.get("/en/notices"),
        client.get("/en/follows"),
        client.post("/en/follows", data=sent),
        client.post("/en/notices", data={"seen_to": told.id}),
    ]

    assert found.select(".tools a[href='/en/notices'], #follow") == []
    assert [answer.status_code for answer in answers] == [303, 303, 401, 401]
    assert (Follow.select().count(), Notice.get().seen_at) == (0, None)


def test_tablet_tells_nobody_who_is_signed_in_on_it(app):
    workshop, user = make_workshop(), make_user()
    happened(user)
    client = sign_in(app, user)
    with client.session_transaction() as session:
        session[COOKIE_PART] = tablet_of(workshop)

    assert bell(client, "/en/") is None
    assert client.get("/en/notices").status_code == 403


def tablet_of(workshop):
    held = {"workshop": workshop.id, "slug": workshop.slug, "language": "en"}
    return {**held, "began": time(), "touched": time()}


def test_same_news_told_to_an_account_and_a_seat_counts_once(app):
    user, workshop = make_user(), make_workshop()
    client, me = take_seat(app, workshop)
    with client.session_transaction() as session:
        session["_user_id"] = begin_session(user)
    for key in (user_key(user.id), participant_key(me.id)):
        tell([key], PHASE, WORKSHOP, workshop.id, happening="once", phase="vote")

    assert bell(client, f"/en/workshops/{workshop.slug}/sessions") == "Notices 1 new"


def statements(queries):
    return [record.msg[0] for record in queries._handler.queries]
