"""What happens at the same moment, on connections of their own."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from portal.db import Version, database
from portal.moderation.models import Case
from portal.notices.models import Notice
from portal.proposals.models import KIND, Proposal, Support
from portal.search import actions as search
from portal.workshops.models import Workshop
from portal.workshops.queries import KIND as WORKSHOP
from portal.workshops.queries import changes_of
from tests.factories import make_proposal, make_workshop, take_seat

THREADS = 20


@pytest.fixture(autouse=True)
def rolled_back(app):
    """Threads see only what is committed: this file clears up after itself."""


@pytest.fixture
def workshop(app: Flask):
    with database.connection_context():
        workshop = make_workshop()
    yield workshop
    with database.connection_context():
        mine = Proposal.select(Proposal.id).where(Proposal.workshop == workshop)
        ids = [row.id for row in mine]
        Case.delete().where(Case.kind == KIND, Case.item_id.in_(ids)).execute()
        Notice.delete().execute()
        search.forget_kind(WORKSHOP)
        Version.delete().where(Version.name == changes_of(workshop.id)).execute()
        Workshop.delete().where(Workshop.id == workshop.id).execute()


def at_once(client, address, data):
    """The answers to the same post, sent by many threads that share a browser."""

    def post(_number):
        return app.test_client(use_cookies=False).post(
            address, data=data, headers=cookies
        )

    app = client.application
    cookies = {"Cookie": f"session={client.get_cookie('session').value}"}
    with ThreadPoolExecutor(THREADS) as threads:
        answers = list(threads.map(post, range(THREADS)))
    return [answer.status_code for answer in answers]


def test_one_person_supports_once_however_often_at_once(app, workshop):
    with database.connection_context():
        proposal = make_proposal(workshop)
        client, _me = take_seat(app, workshop)

    answers = at_once(client, f"/en/proposals/{proposal.id}/support", {"wanted": "1"})

    assert answers == [303] * THREADS
    with database.connection_context():
        assert Support.select().where(Support.proposal == proposal).count() == 1


def test_one_form_makes_one_proposal_however_often_at_once(app, workshop):
    with database.connection_context():
        client, me = take_seat(app, workshop)
    written = {"suggestion": "Open", "language": "en", "submission": "one sending"}

    answers = at_once(client, f"/en/workshops/{workshop.slug}/proposals", written)

    assert answers == [303] * THREADS
    with database.connection_context():
        made = [row.id for row in Proposal.select().where(Proposal.author == me)]
        cases = Case.select().where(Case.kind == KIND, Case.item_id.in_(made))
        assert (len(made), cases.count()) == (1, 1)
