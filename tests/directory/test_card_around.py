"""What a card is joined with."""

from playhouse.test_utils import count_queries

from portal.directory.actions import DraftChannel, DraftEasy, DraftText, Law
from portal.directory.models import ChannelKind, Origin, TextState
from portal.freshness import drawn
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
    """The versions of all that a card is drawn from; the texts with the service
    and its organisation; its parts (tags, codes, laws, channels, twins); its places;
    weekly hours; days that differ; what it is joined with; names of other services."""
    counted = []
    for number in (1, 3):
        tags = "theme:money need:money group:families"
        for _ in range(number):
            make_service(tags=tags)
        service = make_service(
            tags=f"{tags} theme:home theme:work" if number == 3 else tags,
            phone="019 123 4500",
            channels=[DraftChannel(ChannelKind.CHAT, texts={"en": ("Chat", "")})]
            * number,
            easy={
                code: DraftEasy("Help", "Easy") for code in ("en", "sv", "fi")[:number]
            },
            texts={code: DraftText("Help") for code in ("en", "sv", "fi")[:number]},
            laws=[Law(n, "en", "Act", "") for n in range(number)],
            team=make_team(),
        )
        for _ in range(number):
            give_at(make_place(), service, "mon 9:00-10:00", "tue 9:00-11:00")
            join("practice", make_practice().id, "service", service.id)
        client.get(f"/en/services/{service.slug}")
        drawn.pages.clear()
        with count_queries() as queries:
            client.get(f"/en/services/{service.slug}")
        counted.append(queries.count)

    assert counted == [8, 8]


def test_card_leads_to_the_same_service_for_others(client):
    texts = {"fi": DraftText("Apu"), "en": DraftText("Help")}
    service = make_service("Help", twin_key="help", tags="group:families")
    twin = make_service(
        texts=texts, twin_key="help", tags="group:older-people area:harju"
    )
    hidden = {"en": DraftText("Not yet", state=TextState.DRAFT)}
    make_service(texts=hidden, twin_key="help")

    soup = card(client, service)

    items = soup.select("aside .rows li")
    assert [(li.a.text, li.a["href"]) for li in items] == [
        ("Help", f"/en/services/{twin.slug}")
    ]
    assert [span.text for span in items[0].select(".meta span")] == [
        "Older people",
        "Harju",
    ]


def test_other_help_is_for_the_same_theme_and_need_and_most_alike_first(client):
    tags = "theme:money need:money group:families"
    service = make_service(tags=tags)
    less = make_service("A", tags="theme:money need:money")
    most = make_service("B", tags=tags)
    make_service("C", tags="theme:money need:housing group:families")
    make_service("D", tags=tags, origin=Origin.NATIONAL_DESCRIPTION)

    soup = card(client, service)

    assert [link["href"] for link in soup.select("aside .rows a")] == [
        f"/en/services/{most.slug}",
        f"/en/services/{less.slug}",
    ]
    assert [link["href"] for link in soup.select("aside .chips a")] == [
        "/en/themes/money"
    ]


def test_card_leads_to_its_slip_its_feedback_and_its_versions(client):
    service = make_service()

    links = card(client, service).select("article footer .actions a")

    assert [link["href"] for link in links] == [
        f"/en/slip?service={service.slug}",
        f"/en/services/{service.slug}/feedback",
        f"/en/services/{service.slug}/versions",
    ]
