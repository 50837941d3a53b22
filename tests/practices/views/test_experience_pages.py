"""What many have told, a page at a time, and what is asked about its words first."""

import pytest

from portal.accounts.models import Voice
from portal.practices.views import experiences as views
from tests.factories import make_practice, make_user, sign_in
from tests.practices.lived import make_experience
from tests.soup import page

DESK = "/en/practices/desk/experiences"


@pytest.fixture
def told(monkeypatch):
    """Three, the oldest first, of which two stand on a page."""
    monkeypatch.setattr(views, "PAGE_SIZE", 2)
    practice = make_practice(slug="desk")
    return [make_experience(practice, helped=name) for name in ("One", "Two", "Three")]


@pytest.mark.parametrize(("number", "there"), [(1, ["Three", "Two"]), (2, ["One"])])
def test_many_stand_on_pages_newest_first(client, told, number, there):
    soup = page(client, f"{DESK}?page={number}")

    assert [tag.text for tag in soup.select(".talk .words")] == there
    assert len(soup.select(".pagination [aria-current=page]")) == 1


def test_address_of_one_leads_to_its_page(client, told):
    found = [client.get(f"{DESK}/{one.id}").location for one in told]

    assert found == [
        f"{DESK}?page=2#experience-{told[0].id}",
        f"{DESK}#experience-{told[1].id}",
        f"{DESK}#experience-{told[2].id}",
    ]


def test_who_tells_of_their_own_health_is_not_told_to_write_of_many(app):
    make_practice(slug="desk")
    client = sign_in(app, make_user(voice=Voice.EXPERT))

    words = "They helped when my neighbour was depressed."
    answer = client.post(DESK, data={"helped": words})

    assert answer.status_code == 422
    assert "You may tell of yourself." in answer.text
    assert "Write of many" not in answer.text
