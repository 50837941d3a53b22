"""What a card is joined with."""

from playhouse.test_utils import count_queries

from portal.directory.actions import DraftText, Law
from portal.links.actions import join
from tests.factories import (
    give_at,
    make_place,
    make_practice,
    make_service,
    make_team,
    make_workshop,
)
from tests.soup import page


def card(client, service, language="en"):
    return page(client, f"/{language}/services/{service.slug}")


def test_card_leads_to_its_practices_and_workshops(client):
    service, practice, workshop = make_service(), make_practice("Desk"), make_workshop()
    join("practice", practice.id, "service", service.id)
    join("workshop", workshop.id, "service", service.id)

    soup = card(client, service)

    assert [link["href"] for link in soup.select("aside .rows a")] == [
        f"/en/workshops/{workshop.slug}",
        f"/en/practices/{practice.slug}",
    ]


def test_card_with_one_and_with_three_of_all_asks_the_database_alike(client):
    """The service, its texts, the versions of the directory and of the vocabulary,
    what it is joined with, names of practices, codes, tags, visits, texts of places,
    places, hours, laws."""
    counted = []
    for number in (1, 3):
        service = make_service(
            tags="theme:money theme:home theme:work" if number == 3 else "theme:money",
            texts={code: DraftText("Help") for code in ("en", "sv", "fi")[:number]},
            laws=[Law(n, "en", "Act", "") for n in range(number)],
            team=make_team(),
        )
        for _ in range(number):
            give_at(make_place(), service, "mon 9:00-10:00", "tue 9:00-11:00")
            join("practice", make_practice().id, "service", service.id)
        client.get(f"/en/services/{service.slug}")
        with count_queries() as queries:
            client.get(f"/en/services/{service.slug}")
        counted.append(queries.count)

    assert counted == [13, 13]
