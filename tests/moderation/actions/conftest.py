import pytest

from portal.permissions import Role
from portal.proposals.models import State
from tests.factories import make_proposal, make_user


@pytest.fixture(autouse=True)
def in_english(speaking):
    """Every act here is one of a request."""


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
