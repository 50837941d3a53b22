"""Registering for a session, and the place one holds."""

import pytest
from playhouse.test_utils import count_queries

from portal.limits import REGISTER
from portal.notices.models import Mail
from portal.workshops.actions.sessions import call_off
from portal.workshops.models import Registration, RegistrationState
from portal.workshops.tickets import ticket
from tests.factories import make_workshop, take_seat
from tests.test_hostile_markup import MARKUP
from tests.workshops.pages import errors, fields, one, send, soup, texts, warm
from tests.workshops.sessions import begin, come, links, make_session, states

pytestmark = pytest.mark.one_engine
WRITTEN = {"name": "Maija", "voice": "resident", "language": "en"}


@pytest.fixture
def workshop():
    return make_workshop(slug="bus")


@pytest.fixture
def session(workshop):
    return make_session(workshop, capacity=1, link="https://meet.example/1")


def at(session):
    return f"/en/workshops/bus/sessions/{session.id}"


def place(app, held):
    with app.app_context():
        return f"/en/registrations/{ticket(held)}"


def register(client, session, **written):
    return send(client, client.get(at(session)), "/registrations", **WRITTEN | written)


def test_visitor_without_a_seat_gets_a_place_and_a_page_to_keep(client, session):
    page = register(client, session)

    assert texts(page, "h1") == ["You have a place"]
    assert soup(page).select_one('a[href="https://meet.example/1"]')
    assert soup(page).select_one("svg.qr")
    assert page.headers["Cache-Control"] == "no-store"
    (held,) = Registration.select()
    assert (held.name, held.email, held.participant) == ("Maija", "", None)
    assert Mail.select().count() == 0


def test_seat_fills_the_form_in_and_shows_the_place_later(app, workshop, session):
    client, me = take_seat(app, workshop)
    shown = fields(client.get(at(session)))

    register(client, session)
    page = client.get(at(session))

    assert shown["voice"] == "resident"
    assert Registration.get().participant == me.id
    assert soup(page).select("form[method=post]") == []
    place = client.get(one(page, "a[href*=registrations]")["href"])
    assert texts(place, "h1") == ["You have a place"]


def test_full_session_offers_the_waiting_list(client, session):
    come(session, "Ali")

    page = register(client, session)

    assert texts(page, "h1") == ["You are on the waiting list"]
    assert "You are number 1." in page.text
    assert "meet.example" not in page.text
    assert states(session) == {"Ali": "registered", "Maija": "waiting"}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "n" * 81}, "name"),
        ({"name": "131052-308T"}, "name"),
        ({"voice": "mayor"}, "voice"),
        ({"email": "maija"}, "email"),
        ({"email": f"{'m' * 200}@verstas.example"}, "email"),
        ({"language": "xx"}, "language"),
        ({"needs": "x" * 301}, "needs"),
    ],
)
def test_wrong_registration_is_told_and_kept(client, session, wrong, field):
    data = {**WRITTEN, "needs": "Quiet seat", **wrong}

    answer = client.post(f"{at(session)}/registrations", data=data)

    assert answer.status_code == 422
    assert [where for where, _what in errors(answer)] == [f"#{field}"]
    assert fields(answer)["needs"] == data["needs"]
    assert states(session) == {}


def test_form_that_was_open_when_the_session_began_gives_the_words_back(
    client, session
):
    form = client.get(at(session))
    begin(session)

    answer = send(client, form, "/registrations", **WRITTEN, needs="Quiet seat")

    assert answer.status_code == 409
    assert "Quiet seat" in answer.text
    assert states(session) == {}


def test_double_click_is_one_registration(client, session):
    form = client.get(at(session))

    pages = [send(client, form, "/registrations", **WRITTEN) for _ in range(2)]

    assert [texts(page, "h1") for page in pages] == [["You have a place"]] * 2
    assert states(session) == {"Maija": "registered"}


def test_two_tabs_of_one_seat_are_one_registration(app, workshop, session):
    client, _me = take_seat(app, workshop)
    tabs = [client.get(at(session)) for _ in range(2)]

    for tab in tabs:
        send(client, tab, "/registrations", **WRITTEN)

    assert states(session) == {"Maija": "registered"}


def test_one_address_does_not_register_without_end(client, session, monkeypatch):
    data = {**WRITTEN, "name": "Maija"}

    answers = [
        client.post(f"{at(session)}/registrations", data=data).status_code
        for _ in range(REGISTER.attempts + 1)
    ]

    assert answers == [303] * REGISTER.attempts + [429]


def test_hostile_words_are_shown_as_they_are(client, session):
    page = register(client, session, name=MARKUP[:80], needs="\u202e" + "💥" * 20)

    assert soup(page).select("main script, main img") == []
    assert MARKUP[:80] in soup(page).select_one("main bdi").text


def test_link_in_the_mail_asks_then_cancels_once(client, session):
    register(client, session, email="maija@verstas.example")
    _meet, _see, cancel = links(Mail.get())

    question = client.get(cancel)
    still = states(session)
    answer = client.post(cancel, follow_redirects=True)
    later, again = client.get(cancel), client.post(cancel, follow_redirects=True)

    assert texts(question, "h1") == ["Can't you come?"]
    assert still == {"Maija": "registered"}
    assert texts(answer, ".notice.is-ok") == [
        "You have cancelled. Thank you for telling us: somebody else gets the place."
    ]
    for page in (later, again):
        assert "This has been cancelled already." in page.text
        assert soup(page).select("main form") == []
    assert states(session) == {"Maija": "cancelled"}


def test_page_of_a_place_says_when_it_is_too_late(app, client, session):
    held = come(session)
    begin(session)

    page = client.get(f"{place(app, held)}/cancellation")
    client.post(f"{place(app, held)}/cancellation")

    assert "This session has begun." in page.text
    assert states(session) == {"Maija": "registered"}


def test_page_of_a_place_says_that_the_session_is_cancelled(app, client, session):
    held = come(session)
    call_off(session)

    page = client.get(place(app, held))

    assert texts(page, "h1") == ["The session is cancelled"]
    assert "meet.example" not in page.text


def test_erased_or_changed_link_leads_nowhere(app, client, session):
    held = come(session)
    address = place(app, held)
    Registration.delete().where(Registration.id == held.id).execute()
    other = Registration.create(
        id=held.id, session=session, name="Other", voice="resident", language="en",
        state=RegistrationState.REGISTERED,
    )  # fmt: skip

    answers = [client.get(url).status_code for url in (address, f"{address}x")]

    assert answers == [404, 404]
    assert client.get(place(app, other)).status_code == 200


@pytest.mark.parametrize("waiting", [1, 3])
def test_page_of_a_place_costs_the_same_however_many_wait(
    app, client, session, waiting
):
    come(session, "First")
    held = [come(session, f"Person {number}") for number in range(waiting)][-1]
    warm()
    address = place(app, held)

    with count_queries() as queries:
        page = client.get(address)

    assert f"You are number {waiting}." in page.text
    # Tries, registration, session; workshop, version of the vocabulary, texts, areas,
    # version of the names of teams; session, texts, how many come; the turn.
    assert queries.count == 12
