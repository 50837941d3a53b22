import pytest

from tests.costs.things import make_study, publish


@pytest.fixture
def study():
    return publish(make_study("Debts", slug="debts"))
