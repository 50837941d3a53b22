"""What a practice is joined with."""

import pytest
from playhouse.test_utils import count_queries

from portal.links.models import Link
from portal.practices.models import KIND
from tests.factories import make_practice, make_service, make_workshop
from tests.soup import page
from tests.upkeep.editors import editor

ADDRESS = "/en/practices/desk/links"


@pytest.fixture
def practice():
    return make_practice("Desk", slug="desk")


@pytest.fixture
def client(app, practice):
    return editor(app)


def shown(client, question=""):
    """What is joined, and what was found, by the buttons beside them."""
    buttons = page(client, f"{ADDRESS}?q={question}").select("main ul.rows button")
    return [button.text for button in buttons]


def set_link(client, thing, kind="service", wanted=1):
    sent = {"thing": kind, "pick_id": thing, "wanted": wanted, "q": "debt"}
    return client.post(ADDRESS, data=sent)


def test_service_is_found_by_words_joined_and_taken_off(client, practice):
    service = make_service("Debt advice")
    found = shown(client, "debt")

    joins = [set_link(client, service.id) for _ in range(2)]
    joined = shown(client, "debt")
    set_link(client, service.id, wanted=0)

    assert [answer.location for answer in joins] == [f"{ADDRESS}?q=debt"] * 2
    assert found == ["Add to the practice: Debt advice"]
    assert joined == ["Take off the practice: Debt advice"]
    assert shown(client, "debt") == found
    assert Link.select().count() == 0


def test_joined_thing_stands_on_the_page(client, practice):
    set_link(client, make_service("Debt advice").id)

    assert "Debt advice" in page(client, "/en/practices/desk").main.text


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"thing": "service", "pick_id": "99", "wanted": "1"}, 404),
        ({"thing": "service", "pick_id": "9" * 30, "wanted": "1"}, 404),
        ({"thing": "user", "pick_id": "1", "wanted": "1"}, 422),
        ({"thing": "service", "pick_id": "x", "wanted": "1"}, 422),
        ({"thing": "service", "pick_id": "1"}, 422),
    ],
)
def test_what_is_not_there_is_not_joined(client, sent, status):
    assert client.post(ADDRESS, data=sent).status_code == status
    assert Link.select().count() == 0


@pytest.mark.parametrize("many", [1, 3])
def test_things_joined_are_asked_for_alike_for_one_and_for_three(practice, many):
    """Which; services; workshops."""
    from portal.links.actions import join
    from portal.practices.queries.linking import joined_with

    for _ in range(many):
        join(KIND, practice.id, "service", make_service().id)
        join(KIND, practice.id, "workshop", make_workshop().id)

    with count_queries() as asked:
        things = joined_with(practice.id, "en")

    assert (len(things), asked.count) == (2 * many, 3)
