import pytest

from portal.permissions import Role
from tests.factories import make_participant, make_user, make_workshop, sign_in


@pytest.fixture
def moderator(app):
    return sign_in(app, make_user(Role.MODERATOR))


@pytest.fixture
def workshop():
    return make_workshop()


@pytest.fixture
def author(workshop):
    return make_participant(workshop)
