import pytest

from portal.workshops.actions import set_phase
from portal.workshops.models import Phase
from tests.factories import make_proposal, make_workshop
from tests.workshops.pages import one, poll, soup, texts


@pytest.fixture
def workshop():
    return make_workshop(slug="doors")


def test_screen_shows_the_newest_while_gathering_and_the_most_supported_after(
    client, workshop
):
    for text, supports in (("Liked", 1), ("Loved", 2), ("New", 0)):
        make_proposal(workshop, text, supports=supports)
    gathering = client.get("/en/workshops/doors/screen")
    set_phase(workshop, Phase.VOTE)

    voting = client.get("/en/workshops/doors/screen")

    assert texts(gathering, "li.slip h2") == ["New", "Loved", "Liked"]
    assert texts(voting, "li.slip h2") == ["Loved", "Liked", "New"]
    assert one(voting, ".big.num").text == workshop.code
    assert len(soup(voting).select("[role=img] svg")) == 1


def test_screen_is_sent_in_part_when_something_has_changed(client, workshop):
    page = client.get("/en/workshops/doors/screen")
    make_proposal(workshop, "Fresh")

    response = poll(client, page, "#wall")

    assert response.status_code == 200
    assert soup(response).find(True)["id"] == "wall"
    assert texts(response, "li.slip h2") == ["Fresh"]
    assert response.headers["HX-PTag"] == one(response, "#wall")["hx-ptag"]
    assert poll(client, response, "#wall").status_code == 304


def test_screen_holds_six_slips_and_counts_them_all(client, workshop):
    for _ in range(7):
        make_proposal(workshop)

    response = client.get("/en/workshops/doors/screen")

    assert len(soup(response).select("li.slip")) == 6
    assert "7 proposals" in texts(response, "#wall p.meta span")
