import pytest
from playhouse.test_utils import count_queries

from portal.links.actions import join as link
from portal.vocabulary.queries import vocabulary
from portal.workshops.actions import Text
from portal.workshops.models import Phase
from tests.factories import (
    make_participant,
    make_service,
    make_team,
    make_workshop,
    timetable,
)
from tests.workshops.pages import one, soup, texts, warm


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_for_one_and_for_many(client, count):
    county = vocabulary().of("area")["county"]
    for _ in range(count):
        workshop = make_workshop(areas=[county], team=make_team())
        make_participant(workshop)
    warm()

    with count_queries() as queries:
        response = client.get("/en/workshops")

    assert len(soup(response).select("ul.rows > li:has(h3)")) == count
    # Workshops, version of the vocabulary, texts, areas,
    # version of the names of teams, participants, next sessions.
    assert queries.count == 7


@pytest.mark.parametrize("count", [1, 3])
def test_cover_costs_the_same_for_one_and_for_many(client, count):
    county = vocabulary().of("area")["county"]
    for _ in range(count):
        workshop = make_workshop(areas=[county], team=make_team())
        link("workshop", workshop.id, "service", make_service().id)
    warm()

    with count_queries() as queries:
        response = client.get(f"/en/workshops/{workshop.slug}")

    assert response.status_code == 200
    # Id, workshop, version of the vocabulary, texts, areas,
    # version of the names of teams, sessions, links, names of services.
    assert queries.count == 9


def test_list_without_workshops_says_so(client):
    response = client.get("/en/workshops")

    assert len(soup(response).select(".nothing")) == 1


def test_list_parts_open_workshops_from_closed_ones_soonest_end_first(client):
    titles = {
        "Late": (Phase.GATHER, 20),
        "Soon": (Phase.VOTE, 1),
        "Closed": (Phase.ANSWER, 2),
    }
    for title, (phase, days) in titles.items():
        make_workshop(phase, texts={"en": Text(title)}, timetable=timetable(days))

    sections = soup(client.get("/en/workshops")).select("main section")

    found = [[h.text for h in section.select("h3")] for section in sections]
    assert found == [["Soon", "Late"], ["Closed"]]


def test_workshop_in_another_language_says_so(client):
    workshop = make_workshop(texts={"sv": Text("Hur?", question="Berätta.")})

    row = one(client.get("/fi/workshops"), "ul.rows > li:has(h3)")
    cover = client.get(f"/fi/workshops/{workshop.slug}")

    assert row.select_one("h3")["lang"] == "sv"
    assert row.select_one(".badge")
    assert one(cover, "h1")["lang"] == "sv"
    assert soup(cover).select_one(".notice.is-wait")
    assert one(cover, "html")["lang"] == "fi"


def test_cover_shows_who_decides_and_who_answers_made_safe(client):
    workshop = make_workshop(
        texts={"en": Text("How?", decides="The **council**<script>x()</script>")},
        team=make_team(en="Housing team"),
    )

    response = client.get(f"/en/workshops/{workshop.slug}")

    assert "Who decides" in texts(response, "dl.facts dt")
    assert "<p>The <strong>council</strong></p>" in str(one(response, "dl.facts"))
    assert "x()" not in one(response, "dl.facts").text
    assert "Housing team" in texts(response, "dl.facts b")


def test_cover_names_the_services_it_is_about(client):
    workshop, service = make_workshop(), make_service("Debt counselling")
    link("workshop", workshop.id, "service", service.id)

    response = client.get(f"/en/workshops/{workshop.slug}")

    found = one(response, f'main a[href="/en/services/{service.slug}"]')
    assert found.text == "Debt counselling"


def test_workshop_that_is_not_there_is_not_found(client):
    pages = ["", "/board", "/news", "/screen", "/results"]

    found = [client.get(f"/en/workshops/nowhere{end}").status_code for end in pages]

    assert found == [404] * 5
