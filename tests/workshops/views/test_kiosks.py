"""A tablet that many share: no rights, and nothing of the person before."""

from datetime import timedelta

import pytest

from portal.accounts.models import SignIn, Voice
from portal.permissions import Role
from portal.workshops import kiosk
from portal.workshops.codes import cleaned
from portal.workshops.models import Entry, Participant, Phase, Way
from portal.workshops.queries import digest
from tests.factories import make_user, make_workshop, sign_in, take_seat
from tests.workshops.pages import HTMX, errors, one, send, soup, texts

HERE = "/en/workshops/how/kiosk"
BOARD = "/en/workshops/how/board"


@pytest.fixture
def workshop():
    return make_workshop(slug="how")


@pytest.fixture
def tablet(app, workshop):
    """A tablet that somebody who runs the workshop has just made."""
    client = sign_in(app, make_user(Role.COORDINATOR))
    client.post(HERE, data={"wanted": "1"})
    return client


def sit_down(tablet, voice="resident"):
    return tablet.post(f"{HERE}/seats", data={"voice": voice}, follow_redirects=True)


def wait(tablet, seconds):
    with tablet.session_transaction() as session:
        held = dict(session[kiosk.COOKIE_PART])
        held["touched"] -= seconds
        session[kiosk.COOKIE_PART] = held


def seated(tablet):
    return bool(soup(tablet.get(BOARD)).select("form[action$='/proposals']"))


def test_making_a_tablet_signs_out_and_leaves_no_rights(app, workshop):
    client = sign_in(app, make_user(Role.COORDINATOR))
    page = client.get(HERE)

    welcome = send(client, page, "/kiosk")

    assert texts(welcome, ".kicker") == ["A shared tablet"]
    assert SignIn.select().count() == 0
    assert client.get("/en/workshops/how/settings").status_code == 303
    assert client.get("/en/moderation").status_code == 303


def test_making_a_tablet_forgets_the_seats_of_whoever_makes_it(app, workshop):
    client = sign_in(app, make_user(Role.COORDINATOR))
    client.post(f"/en/join/{workshop.code}", data={"voice": "staff"})

    client.post(HERE, data={"wanted": "1"})

    assert not seated(client)


def test_person_sits_down_without_code_and_gets_a_recovery_code_once(tablet):
    slip = sit_down(tablet, "expert")

    (row,) = Participant.select()
    assert (row.voice, row.way, row.nickname) == (Voice.EXPERT, Way.KIOSK, "")
    assert row.consented_at
    assert len(one(slip, "p.big").text) == len("XXXX-XXXX-XXXX-XXXX")
    assert seated(tablet)


def test_voice_that_is_missing_is_explained(tablet):
    response = sit_down(tablet, "")

    assert response.status_code == 422
    assert errors(response) == [("#voice", "Choose as whom you take part")]


def test_ready_forgets_the_person_and_what_was_shown(tablet):
    slip = sit_down(tablet)
    recovery = one(slip, "p.big").text

    ready = tablet.post(f"{HERE}/seat", data={"wanted": "0"})
    again = tablet.get(f"{HERE}/slip", follow_redirects=True)

    assert ready.headers["Clear-Site-Data"] == '"cache"'
    assert not seated(tablet)
    assert recovery not in again.text
    with tablet.session_transaction() as session:
        assert set(session) == {kiosk.COOKIE_PART, "_permanent"}
        assert "recovery" not in session[kiosk.COOKIE_PART]


def test_cookie_of_the_person_before_opens_nothing_any_more(tablet):
    """As when an answer that was on its way puts it back."""
    sit_down(tablet)
    with tablet.session_transaction() as session:
        before = dict(session)
    tablet.post(f"{HERE}/seat", data={"wanted": "0"})

    with tablet.session_transaction() as session:
        session.update(before)

    assert not seated(tablet)
    assert tablet.get(f"{HERE}/slip").location == HERE


def test_recovery_code_brings_back_to_the_tablet_and_elsewhere(app, tablet):
    recovery = one(sit_down(tablet), "p.big").text
    tablet.post(f"{HERE}/seat", data={"wanted": "0"})
    sit_down(tablet, "staff")

    tablet.get(HERE)
    tablet.post("/en/return", data={"recovery": recovery})
    here = seated(tablet)
    phone = app.test_client()
    phone.post("/en/return", data={"recovery": recovery})

    assert (here, seated(phone), seated(tablet)) == (True, True, False)


def test_first_page_forgets_whoever_was_there(tablet):
    sit_down(tablet)

    tablet.get(HERE)

    assert not seated(tablet)


@pytest.mark.parametrize(
    ("minutes", "still"), [(timedelta(minutes=4), True), (timedelta(minutes=6), False)]
)
def test_five_minutes_without_a_touch_forget_the_person(tablet, minutes, still):
    sit_down(tablet)

    wait(tablet, minutes.total_seconds())

    assert seated(tablet) is still


def test_polls_are_no_touch_but_presence_is(tablet):
    sit_down(tablet)
    wait(tablet, 200)
    tablet.get("/en/workshops/how/news", headers=HTMX)
    wait(tablet, 100)
    tablet.get(f"{HERE}/presence", headers=HTMX)
    wait(tablet, 200)
    with_touch = seated(tablet)
    wait(tablet, 200)
    tablet.get("/en/workshops/how/news", headers=HTMX)
    wait(tablet, 200)

    assert (with_touch, seated(tablet)) == (True, False)


def test_account_signed_in_on_a_tablet_is_signed_out_with_the_person(tablet):
    user = make_user(email="maija@verstas.example")
    sign = {"email": user.email, "password": "a long enough password"}
    tablet.post("/en/sign-in", data=sign)
    inside = tablet.get("/en/account").status_code

    tablet.post(f"{HERE}/seat", data={"wanted": "0"})

    assert (inside, tablet.get("/en/account").status_code) == (200, 303)
    assert SignIn.select().count() == 0


def test_every_page_of_a_tablet_is_kept_nowhere_and_offers_to_be_ready(tablet):
    sit_down(tablet)

    pages = [tablet.get(address) for address in ("/en/", BOARD, "/en/workshops/how")]

    for page in pages:
        assert page.headers["Cache-Control"] == "no-store"
        assert one(page, "form[action$='/kiosk/seat'] button").text == "I am ready"
        refresh = one(page, "noscript meta")["content"]
        assert refresh == f"300;url={HERE}"


def test_pages_of_others_do_not_become_those_of_a_tablet(app, tablet):
    tablet.get("/en/")

    page = app.test_client().get("/en/")

    assert not soup(page).select("form[action$='/kiosk/seat']")
    assert page.headers["Cache-Control"] != "no-store"


def test_tablet_of_an_invited_workshop_lets_those_in_the_room_take_part(app):
    make_workshop(slug="how", entry=Entry.INVITED)
    tablet = sign_in(app, make_user(Role.COORDINATOR))
    tablet.post(HERE, data={"wanted": "1"})
    before = tablet.get(BOARD).status_code

    sit_down(tablet)

    assert (before, tablet.get(BOARD).status_code) == (404, 200)


def test_tablet_of_one_workshop_is_none_in_another(tablet):
    make_workshop(slug="other")
    other = "/en/workshops/other/kiosk"

    answers = [
        tablet.get(other),
        tablet.post(f"{other}/seats", data={"voice": "staff"}),
        tablet.get(f"{other}/slip"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 3


def test_tablet_in_a_workshop_that_is_being_answered_seats_nobody(app):
    make_workshop(Phase.ANSWER, slug="how")
    tablet = sign_in(app, make_user(Role.COORDINATOR))
    tablet.post(HERE, data={"wanted": "1"})

    welcome = tablet.get(HERE)
    sit_down(tablet)

    assert not soup(welcome).select("[name=voice]")
    assert Participant.select().count() == 0


def test_tablet_ends_when_somebody_who_runs_it_says_so(tablet):
    boss = make_user(Role.COORDINATOR, email="maija@verstas.example")
    sign = {"email": boss.email, "password": "a long enough password"}
    tablet.post("/en/sign-in", data=sign)

    tablet.post(HERE, data={"wanted": "0"})

    assert tablet.get(HERE).status_code == 404
    assert not soup(tablet.get("/en/")).select("form[action$='/kiosk/seat']")


def test_tablet_ends_by_itself_after_a_day_of_work(tablet):
    sit_down(tablet)
    with tablet.session_transaction() as session:
        held = dict(session[kiosk.COOKIE_PART])
        session[kiosk.COOKIE_PART] = {**held, "began": held["began"] - 17 * 3600}

    assert tablet.get(HERE).status_code == 404


def test_somebody_who_joined_can_not_make_a_tablet(app, workshop):
    client, _me = take_seat(app, workshop)

    assert client.post(HERE, data={"wanted": "1"}).status_code == 401
    assert client.get(HERE).status_code == 404


def test_tablet_shows_the_recovery_code_of_another_workshop_too(tablet):
    other = make_workshop(slug="other")

    page = tablet.post(f"/en/join/{other.code}", data={"voice": "resident"})

    (seat,) = Participant.select()
    code = texts(page, ".big")[0]
    assert (seat.workshop, seat.way) == (other.id, Way.KIOSK)
    assert seat.recovery_digest == digest(cleaned(code))
    assert page.headers["Cache-Control"] == "no-store"
