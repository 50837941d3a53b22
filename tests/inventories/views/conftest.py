import pytest

from portal.permissions import Role
from tests.factories import make_user, sign_in
from tests.inventories.things import address, make_inventory


@pytest.fixture
def coordinator(app):
    return sign_in(app, make_user(Role.COORDINATOR))


@pytest.fixture
def row():
    return make_inventory("One worker?", free="How?", areas="harju niemi", public=True)


@pytest.fixture
def link(app, row):
    return address(app, row)
