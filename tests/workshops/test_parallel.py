"""Places that many want at the same moment, on connections of their own."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from portal.db import Version, database
from portal.limits import Attempts
from portal.notices.models import Notice
from portal.search import actions as search
from portal.workshops.models import Registration, RegistrationState, Workshop
from portal.workshops.queries import KIND, changes_of
from portal.workshops.queries.sessions import sessions_of
from portal.workshops.tickets import ticket
from tests.factories import make_workshop
from tests.workshops.sessions import come, make_session, states

PEOPLE = 20


@pytest.fixture(autouse=True)
def rolled_back(app):
    """Threads see only what is committed: this file clears up after itself."""


@pytest.fixture
def session(app):
    with database.connection_context(), app.test_request_context("/en/"):
        workshop = make_workshop(slug="crowded")
        session = make_session(workshop, capacity=3)
    yield session
    with database.connection_context():
        Notice.delete().execute()
        search.forget_kind(KIND)
        counted = [changes_of(workshop.id), sessions_of(workshop.id)]
        Version.delete().where(Version.name.in_(counted)).execute()
        Attempts.delete().execute()
        Workshop.delete().where(Workshop.id == workshop.id).execute()


def post(app, address, data=None):
    return app.test_client().post(address, data=data or {}).status_code


def register(app, session, number):
    data = {"name": f"Person {number}", "voice": "resident", "language": "en"}
    return post(app, f"/en/workshops/crowded/sessions/{session.id}/registrations", data)


def in_order(session, state):
    found = Registration.select(Registration.id).where(
        Registration.session == session.id, Registration.state == state
    )
    return sorted(one.id for one in found)


def test_last_three_places_go_to_three_of_twenty(app, session):
    with ThreadPoolExecutor(PEOPLE) as threads:
        answers = list(threads.map(lambda n: register(app, session, n), range(PEOPLE)))

    assert answers == [303] * PEOPLE
    with database.connection_context():
        registered = in_order(session, RegistrationState.REGISTERED)
        waiting = in_order(session, RegistrationState.WAITING)
    assert (len(registered), len(waiting)) == (3, PEOPLE - 3)
    assert registered[-1] < waiting[0]


def test_places_given_up_while_others_come_are_given_once(app, session):
    with database.connection_context(), app.test_request_context("/en/"):
        held = [come(session, f"Early {number}") for number in range(8)]
        links = [f"/en/registrations/{ticket(one)}/cancellation" for one in held[:3]]
    ways = [lambda link=link: post(app, link) for link in links * 2]
    ways += [lambda n=n: register(app, session, n) for n in range(6)]

    with ThreadPoolExecutor(len(ways)) as threads:
        answers = list(threads.map(lambda way: way(), ways))

    assert answers == [303] * len(ways)
    with database.connection_context():
        found = states(session)
    assert [name for name, state in found.items() if state == "registered"] == [
        "Early 3",
        "Early 4",
        "Early 5",
    ]
    assert list(found.values()).count("waiting") == 8
