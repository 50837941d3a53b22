from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from playhouse.test_utils import count_queries

from portal.agreement.models import DefinitionCard
from portal.atom import NAMESPACE
from portal.db import today
from tests.agreement.things import make_card
from tests.factories import make_proposal, make_service, make_workshop
from tests.soup import page
from tests.threads.things import led, make_thread, version_of


def titles(client, address):
    return [tag.text for tag in page(client, address).select("ol.rows h3")]


def test_page_tells_what_changed_with_its_difference_and_thread(client):
    proposal = make_proposal(make_workshop(), "Ask once")
    service = make_service("Guidance")
    led(proposal, version_of(service, summary="You tell it once."))
    thread = make_thread(proposal)

    soup = page(client, "/en/changes?kind=service")

    row = soup.select_one("ol.rows li")
    assert row.h3.text == "Guidance"
    assert [tag["href"] for tag in row.select("a")] == [
        f"/en/services/{service.slug}",
        f"/en/services/{service.slug}/versions?from=1&to=2",
        f"/en/threads/{thread.slug}",
    ]
    assert client.get(row.select("a")[1]["href"]).status_code == 200


def test_page_is_followed_by_what_is_earlier(client):
    for number in range(30):
        card = make_card(f"Card {number}", slug=f"card-{number}")
        DefinitionCard.update(agreed_on=today() - timedelta(days=number)).where(
            DefinitionCard.id == card.id
        ).execute()

    first = page(client, "/en/changes?kind=definition")
    rest = titles(client, first.select_one("a[rel=next]")["href"])

    assert [tag.text for tag in first.select("ol.rows h3")] == [
        f"Card {number}" for number in range(25)
    ]
    assert rest == [f"Card {number}" for number in range(25, 30)]


@pytest.mark.parametrize(
    "query",
    [
        "kind=person",
        "theme=none",
        "month=2026-13",
        "month=2026",
        "month=²026-01",
        "month=9999-12",
        "after=x",
        "after=2026-01-01~service~x",
        "after=2026-01-01~person~1",
    ],
)
@pytest.mark.parametrize("page_", ["changes", "changes.atom"])
def test_what_there_is_not_is_not_found(client, query, page_):
    if query.startswith("after") and page_ == "changes.atom":
        query = "kind=nothing"

    assert client.get(f"/en/{page_}?{query}").status_code == 404


def test_feed_is_narrowed_as_the_page_is(client):
    version_of(make_service("Guidance", "theme:money"), summary="Once")
    version_of(make_service("Shelter", "theme:safety"), summary="Once")

    feed = ET.fromstring(client.get("/en/changes.atom?theme=money").data)  # noqa: S314

    entries = feed.findall(f"{{{NAMESPACE}}}entry")
    assert [one.findtext(f"{{{NAMESPACE}}}title") for one in entries] == ["Guidance"]
    assert [one.findtext(f"{{{NAMESPACE}}}summary") for one in entries] == [
        "Changed: Summary"
    ]


def test_page_asks_as_many_statements_for_three_as_for_one(client):
    service = make_service("Guidance")
    version_of(service, summary="Once")
    client.get("/en/changes")
    with count_queries() as one:
        client.get("/en/changes?not=kept")
    version_of(service, summary="Twice")
    version_of(service, summary="Thrice")
    client.get("/en/changes")

    with count_queries() as many:
        client.get("/en/changes?not=kept")

    # All versions, the rows, how they stood, their titles, whether links changed, the
    # threads.
    assert (one.count, many.count) == (6, 6)


def test_page_of_a_theme_names_what_bears_no_theme(client):
    hint = page(client, "/en/changes?theme=money").select_one("main form + p.hint")

    assert [tag["href"] for tag in hint.select("a")] == [
        f"/en/changes?kind={kind}"
        for kind in (
            *("definition", "rules", "phenomenon"),
            *("selection", "cost-study", "group-decision"),
        )
    ]
    assert not page(client, "/en/changes").select("main form + p.hint")
