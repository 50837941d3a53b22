import pytest

from portal.directory.models import Service
from portal.threads.models import Thread
from tests.factories import make_proposal, make_service, make_workshop
from tests.threads.things import make_thread


@pytest.fixture
def thread(app) -> Thread:
    """A public thread called “Told once”, from a proposal."""
    return make_thread(make_proposal(make_workshop(), "Ask once"))


@pytest.fixture
def service(app) -> Service:
    return make_service("Guidance", "theme:money")
