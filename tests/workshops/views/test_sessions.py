"""Sessions as visitors read them, and as those who run the workshop write them."""

from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.permissions import Role
from portal.workshops.actions.sessions import SessionWords, call_off, store_minutes
from portal.workshops.models import Entry, Session
from portal.workshops.queries.sessions import minutes_stamp, session_texts
from tests.factories import make_user, make_workshop, sign_in
from tests.test_hostile_markup import MARKUP
from tests.workshops.pages import errors, fields, send, soup, texts, warm
from tests.workshops.sessions import A_WEEK, begin, come, make_session

pytestmark = pytest.mark.one_engine
YESTERDAY = -timedelta(days=1)
WRITTEN = {
    "day": "2027-06-10", "starts": "17:00", "ends": "19.30", "address": "Tupa",
    "title_en": "First evening",
}  # fmt: skip


@pytest.fixture
def workshop():
    return make_workshop(slug="bus")


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


def at(session, ending=""):
    return f"/en/workshops/bus/sessions/{session.id}{ending}"


def test_list_tells_what_comes_and_what_was(client, workshop):
    make_session(workshop, "Later", starts_in=2 * A_WEEK)
    make_session(workshop, "Sooner")
    call_off(make_session(workshop, "Not at all"))
    past = make_session(workshop, "Before", starts_in=YESTERDAY)
    store_minutes(past, {"en": "We had coffee."}, minutes_stamp(past.id))

    page = client.get("/en/workshops/bus/sessions")

    assert texts(page, "ul[aria-labelledby=ahead] h3") == [
        "Sooner",
        "Not at all",
        "Later",
    ]
    assert texts(page, "ul[aria-labelledby=past] h3") == ["Before"]
    assert texts(page, "main .badge") == [
        "Room for all",
        "Cancelled",
        "Room for all",
        "Over",
    ]
    assert len(soup(page).select('a[href$="#minutes"]')) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_for_one_and_for_three(client, workshop, count):
    for _ in range(count):
        come(make_session(workshop, capacity=5))
    warm()

    with count_queries() as queries:
        page = client.get("/en/workshops/bus/sessions")

    assert len(soup(page).select("#content li h3")) == count
    # Id, workshop, version of the vocabulary, texts, areas, version of the names of
    # teams; sessions, their texts, how many come.
    assert queries.count == 9


@pytest.mark.parametrize("count", [1, 3])
def test_cover_shows_the_next_sessions(client, workshop, count):
    for number in range(count):
        make_session(workshop, f"Evening {number}")
    make_session(workshop, "Before", starts_in=YESTERDAY)
    warm()

    with count_queries() as queries:
        page = client.get("/en/workshops/bus")

    assert texts(page, "ul[aria-labelledby=sessions] h3") == [
        f"Evening {number}" for number in range(count)
    ]
    # As without sessions (8), and sessions, their texts, how many come.
    assert queries.count == 10


def test_next_session_is_told_in_the_list_of_workshops_and_at_home(client, workshop):
    before = client.get("/en/").text
    make_session(workshop, "Before", starts_in=YESTERDAY)
    call_off(make_session(workshop, "Not at all", starts_in=timedelta(days=1)))

    none_yet = client.get("/en/workshops").text
    make_session(workshop)

    assert "Next session" not in before + none_yet
    assert "Next session" in client.get("/en/workshops").text
    assert "Next session" in client.get("/en/").text


def test_session_is_shown_in_the_language_it_has(client, workshop):
    words = {"sv": SessionWords("Kväll", "Buss **4**")}
    session = make_session(workshop, texts=words)

    page = client.get(at(session))

    assert soup(page).h1["lang"] == "sv"
    assert "Only in Swedish" in page.text
    assert soup(page).select_one(".prose[lang=sv] strong").text == "4"


def test_link_is_for_the_registered_and_those_who_run_it(client, coordinator, workshop):
    session = make_session(workshop, link="https://meet.example/1")

    assert "meet.example" not in client.get(at(session)).text
    assert "meet.example" not in client.get("/en/workshops/bus/sessions").text
    assert "meet.example" in coordinator.get(at(session)).text


@pytest.mark.parametrize("ending", ["", ".ics", "/people", "/fees", "/settings"])
def test_session_of_another_workshop_is_not_there(coordinator, workshop, ending):
    elsewhere = make_session(make_workshop())

    assert coordinator.get(at(elsewhere, ending)).status_code == 404


@pytest.mark.parametrize("ending", ["", ".ics"])
def test_sessions_by_invitation_are_hidden(client, ending):
    session = make_session(make_workshop(slug="bus", entry=Entry.INVITED))

    assert client.get(at(session, ending)).status_code == 404
    assert client.get(f"/en/workshops/bus/sessions{ending}").status_code == 404


def test_session_is_added_with_local_times(coordinator, workshop):
    empty = coordinator.get("/en/workshops/bus/sessions/new")

    page = send(coordinator, empty, "/sessions", **WRITTEN, capacity="12")

    (session,) = Session.select()
    assert (session.starts_at.isoformat(), session.ends_at.isoformat()) == (
        "2027-06-10T14:00:00",
        "2027-06-10T16:30:00",
    )
    assert (session.address, session.capacity) == ("Tupa", 12)
    assert "Thursday 10 June 2027" in page.text


def test_form_sent_twice_adds_one_session(coordinator, workshop):
    empty = coordinator.get("/en/workshops/bus/sessions/new")

    for _ in range(2):
        send(coordinator, empty, "/sessions", **WRITTEN)

    assert Session.select().count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"day": "tomorrow"}, "day"),
        ({"day": "9999-01-01"}, "day"),
        ({"day": "2027-03-28", "starts": "03:30", "ends": "05:00"}, "starts"),
        ({"starts": "25:00"}, "starts"),
        ({"starts": "²"}, "starts"),
        ({"ends": "16:59"}, "ends"),
        ({"ends": "17:00"}, "ends"),
        ({"address": ""}, "address"),
        ({"address": "a" * 201}, "address"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"capacity": "0"}, "capacity"),
        ({"capacity": "9" * 5000}, "capacity"),
        ({"capacity": "many"}, "capacity"),
        ({"title_en": ""}, "title_en"),
        ({"title_en": "x" * 161}, "title_en"),
        ({"getting_there_fi": "Bussi 4"}, "title_fi"),
    ],
)
def test_wrong_session_is_told_field_by_field_and_kept(
    coordinator, workshop, wrong, field
):
    answer = coordinator.post("/en/workshops/bus/sessions", data={**WRITTEN, **wrong})

    assert answer.status_code == 422
    assert [where for where, _what in errors(answer)] == [f"#{field}"]
    held = fields(answer)
    assert {name: held[name] for name in wrong} == wrong
    assert Session.select().count() == 0


def test_session_is_changed_and_a_second_facilitator_is_told(coordinator, workshop):
    session = make_session(workshop)
    shown = coordinator.get(at(session, "/settings"))

    send(coordinator, shown, "/settings", title_en="Second evening")
    stale = send(coordinator, shown, "/settings", title_en="Third evening")
    saved = send(coordinator, stale, "/settings")

    assert [where for where, _what in errors(stale)] == ["#day"]
    assert fields(stale)["title_en"] == "Third evening"
    assert saved.status_code == 200
    assert session_texts(session.id)["en"].title == "Third evening"


def test_language_with_minutes_keeps_a_title(coordinator, workshop):
    session = make_session(workshop)
    store_minutes(session, {"en": "Coffee."}, minutes_stamp(session.id))
    shown = coordinator.get(at(session, "/settings"))

    answer = send(coordinator, shown, "/settings", title_en="", title_fi="Ilta")

    assert [where for where, _what in errors(answer)] == ["#title_en"]


def test_session_is_cancelled_after_a_question(coordinator, client, workshop):
    session = make_session(workshop)
    come(session)
    question = coordinator.get(at(session, "/cancellation"))

    send(coordinator, question, "/cancellation", wanted="1")

    assert "1 person gave no e-mail address" in question.text
    assert Session.get_by_id(session.id).cancelled
    page = client.get(at(session))
    assert texts(page, "main .badge") == ["Cancelled"]
    assert soup(page).select("form[method=post]") == []


def test_cancelled_session_can_be_looked_at_but_not_changed(coordinator, workshop):
    session = make_session(workshop)
    call_off(session)

    again = coordinator.get(at(session, "/cancellation"))
    answer = coordinator.post(at(session, "/settings"), data={**WRITTEN, "seen": "1"})

    assert soup(again).select("main form") == []
    assert answer.status_code == 409
    assert "Tupa" in answer.text


def test_minutes_are_previewed_then_written(coordinator, client, workshop):
    session = make_session(workshop, starts_in=YESTERDAY)
    empty = coordinator.get(at(session, "/minutes"))
    minutes = f"## Coffee\n\n{MARKUP}"

    preview = send(coordinator, empty, "/minutes", en=minutes, next="preview")
    unsaved = session_texts(session.id)["en"].minutes
    send(coordinator, preview, "/minutes", next="save")

    assert texts(preview, "section .prose h2") == ["Coffee"]
    assert unsaved == ""
    page = client.get(at(session))
    assert texts(page, "#minutes .prose h2") == ["Coffee"]
    assert soup(page).select("main script, main img, main iframe") == []


def test_minutes_of_two_writers_do_not_replace_each_other(coordinator, workshop):
    session = make_session(workshop, starts_in=YESTERDAY)
    shown = coordinator.get(at(session, "/minutes"))

    send(coordinator, shown, "/minutes", en="Coffee.", next="save")
    stale = send(coordinator, shown, "/minutes", en="Tea.", next="save")

    assert stale.status_code == 422
    assert fields(stale)["en"] == "Tea."
    assert session_texts(session.id)["en"].minutes == "Coffee."


def test_session_that_has_begun_takes_nobody(client, workshop):
    session = make_session(workshop)
    begin(session)

    page = client.get(at(session))

    assert texts(page, "main .badge") == ["Going on now"]
    assert soup(page).select("form[method=post]") == []
