import pytest

from portal.permissions import Role
from tests.factories import make_user, sign_in


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))
