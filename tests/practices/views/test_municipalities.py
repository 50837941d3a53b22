"""What is applied in a municipality."""

from datetime import date

import pytest
from playhouse.test_utils import count_queries

from portal.directory.models import TextState
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.indexing import entries
from portal.practices.models import KIND, PracticeText, Use
from portal.search import actions as search
from tests.factories import make_practice
from tests.practices.uses import make_use
from tests.soup import page


@pytest.fixture
def practice():
    text = PracticeDraftText("Desk", core="Nobody is asked for a name")
    return make_practice(slug="desk", texts={"en": text})


def plain(tag):
    return " ".join(tag.get_text(" ").split())


HARJU = "/en/municipalities/harju/practices"


def sections(soup):
    """Each heading with the practices under it."""
    return {
        plain(part.h2): [plain(link) for link in part.select("h3 a, ul.bare a")]
        for part in soup.select("main section")
    }


def test_municipality_has_what_is_used_and_what_is_not_known(client, practice):
    make_use(practice)
    make_use(make_practice("Bus"), "county", state=Use.ON_TRIAL)
    make_use(
        make_practice("Choir"),
        state=Use.STOPPED,
        until=date(2025, 5, 1),
        stopped="No room",
    )
    make_use(make_practice("Walks"), "niemi")

    soup = page(client, HARJU)

    assert sections(soup) == {
        "In use 1": ["Desk"],
        "Being tried out 1": ["Bus"],
        "Stopped 1": ["Choir"],
        "Not known 1": ["Walks"],
    }
    assert "No room" in soup.text
    assert "Of 1 practice nobody has told whether it is used here." in soup.text


def test_municipality_leaves_out_what_is_not_published(client, practice):
    make_use(practice)
    PracticeText.update(state=TextState.DRAFT).execute()
    search.replace(KIND, practice.id, entries([practice.id]))

    assert "Desk" not in client.get(HARJU).text


def test_only_municipalities_have_such_a_page(client):
    addresses = [
        "/en/municipalities/county/practices",
        "/en/municipalities/x/practices",
    ]

    assert [client.get(address).status_code for address in addresses] == [404, 404]


def test_municipality_of_one_and_of_three_asks_the_database_alike(client, practice):
    """The versions; how many applications, the first of them, what nobody has told of,
    what they are called."""
    page(client, HARJU)
    make_use(practice)
    with count_queries() as one:
        client.get(HARJU)

    for name in ("Bus", "Choir"):
        make_use(make_practice(name))
    make_practice("Walks")
    with count_queries() as three:
        client.get(HARJU)

    assert (one.count, three.count) == (5, 5)
