"""What happens at the same moment, on connections of their own."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from portal.accounts.models import User
from portal.db import Version, database
from portal.moderation.models import Case
from portal.notices.models import Notice
from portal.permissions import Role
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.models import (
    CHANGES,
    KIND,
    Practice,
    PracticeQuestion,
    PracticeVersion,
    Suggestion,
    SuggestionState,
)
from portal.search import actions as search
from tests.factories import make_practice, make_user, sign_in
from tests.practices.talk import make_suggestion

THREADS = 6


@pytest.fixture(autouse=True)
def rolled_back(app):
    """Threads see only what is committed: this file clears up after itself."""


@pytest.fixture
def practice():
    with database.connection_context():
        texts = {"en": PracticeDraftText("Bus", how="At six.", core="A bus.")}
        made = make_practice(slug="bus", texts=texts)
    yield made
    with database.connection_context():
        search.forget_kind(KIND)
        for model in (Case, Notice, Practice, User):
            model.delete().execute()
        Version.delete().where(Version.name == CHANGES).execute()


def cookies_of(app, user):
    client = sign_in(app, user)
    return {"Cookie": f"session={client.get_cookie('session').value}"}


def at_once(app, posts):
    def post(sent):
        address, data, headers = sent
        client = app.test_client(use_cookies=False)
        return client.post(address, data=data, headers=headers).status_code

    with ThreadPoolExecutor(THREADS) as threads:
        return sorted(threads.map(post, posts))


def test_one_form_sent_many_times_at_once_is_one_question(app, practice):
    with database.connection_context():
        headers = cookies_of(app, make_user())
    sent = {"body": "Who drives?", "language": "en", "submission": "one"}

    answers = at_once(app, [("/en/practices/bus/questions", sent, headers)] * THREADS)

    assert answers == [303] * THREADS
    with database.connection_context():
        assert PracticeQuestion.select().count() == 1
        assert Case.select().count() == 1


def test_keepers_who_settle_at_once_do_not_both_have_their_way(app, practice):
    with database.connection_context():
        row = make_suggestion(practice, how="At seven.")
        keepers = [cookies_of(app, make_user(Role.EDITOR)) for _one in range(2)]
    address = f"/en/practices/bus/suggestions/{row.id}"
    taken = {"state": "taken", "edition": "1", "pick_part": "text/en/how"}
    declined = {"state": "declined", "answer": "No."}

    answers = at_once(
        app,
        [(address, taken, keepers[0]), (address, declined, keepers[1])] * 3,
    )

    assert answers == [303, 303, 303, 409, 409, 409]
    with database.connection_context():
        won = Suggestion.get().state is SuggestionState.TAKEN
        versions = PracticeVersion.select().count()
        assert versions == (2 if won else 0)
        assert Practice.get().edition == (2 if won else 1)
