import pytest

from portal.permissions import Role
from portal.proposals.models import State
from tests.factories import make_participant, make_proposal, make_user, make_workshop


@pytest.fixture(autouse=True)
def speaking(app):
    """Refusals are said in the language of a request."""
    with app.test_request_context("/en/"):
        yield


@pytest.fixture
def workshop():
    return make_workshop()


@pytest.fixture
def author(workshop):
    return make_participant(workshop)


@pytest.fixture
def proposal(workshop, author):
    """One that waits."""
    return make_proposal(workshop, state=State.WAITING, author=author)


@pytest.fixture
def moderator():
    return make_user(Role.MODERATOR)


@pytest.fixture
def other():
    return make_user(Role.MODERATOR)
