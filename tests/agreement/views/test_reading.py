"""What everybody can read, on pages and in files."""

from datetime import timedelta

import pytest
from playhouse.test_utils import count_queries

from portal.agreement import actions
from portal.agreement.actions import Text
from portal.agreement.models import CardState, Decision, Field
from portal.db import today
from portal.freshness import drawn
from tests.agreement.reading import lines, text_of
from tests.agreement.things import (
    make_card,
    make_follower,
    make_same,
    make_strict_card,
    rule,
)
from tests.factories import make_team
from tests.soup import page

YESTERDAY, TOMORROW = today() - timedelta(days=1), today() + timedelta(days=1)
PAGES = ["overview", "definition-cards", "deviations", "tiers", "balance", "coverage"]
PAGES += ["rollouts", "definition-cards/guidance"]


@pytest.mark.parametrize("name", [p for p in PAGES if p != "definition-cards/guidance"])
def test_page_with_nothing_to_show_is_a_page(client, name):
    assert page(client, f"/en/{name}").h1
    assert len(lines(client, f"/en/{name}.csv")) >= 1


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_page_leads_to_its_file(client, name, language):
    card = make_card(slug="guidance", tier="regional", responsible_worker=True)
    rule(card, make_follower(card, tags="tier:near area:county"), until=TOMORROW)

    soup = page(client, f"/{language}/{name}")

    (link,) = soup.select("main a[href*='.csv']")
    assert link["href"] == f"/{language}/{name}.csv"
    assert len(lines(client, link["href"])) > 1


def test_card_tells_what_is_agreed_by_whom_and_what_differs(client):
    team = make_team(en="Development")
    card = make_strict_card("Guidance", slug="guidance", team=team, agreed_on=today())
    make_same(card, "Same")
    other = make_same(card, "Other", slug="other", wait_days=None)
    rule(card, other, Field.WAIT, Decision.TO_MEND, None, en="We count them in spring.")

    soup = page(client, "/en/definition-cards/guidance")

    facts = [text_of(row) for row in soup.select("aside .facts > div")]
    assert facts[:3] == [
        "How near Near",
        "How you get in Open without assessment",
        "What it costs Free of charge",
    ]
    assert "Answers for the card: Development" in text_of(soup.aside)
    assert text_of(soup.select_one("#other li")) == (
        "Waiting time is told – agreed: Yes, here: Not known. To be mended "
        "We count them in spring."
    )
    assert "Uniformity: 95 % (19 of 20)" in text_of(soup.main)
    assert soup.select("main a[href*='deviations?service']") == []


def test_card_in_another_language_is_marked(client):
    make_card(slug="guidance", texts={"fi": Text("Ohjaus", purpose="Neuvo")})

    soup = page(client, "/en/definition-cards/guidance")

    assert "This is not yet in English. Below is the Finnish text." in soup.text
    assert (soup.h1["lang"], soup.h1.text) == ("fi", "Ohjaus")


@pytest.mark.parametrize("address", ["draft", "draft.csv", "no-such"])
def test_draft_is_not_there_for_the_public(client, address):
    make_card(slug="draft", state=CardState.DRAFT)

    assert client.get(f"/en/definition-cards/{address}").status_code == 404
    assert "draft" not in client.get("/en/definition-cards").text


def test_cards_come_with_their_uniformity_and_that_of_municipalities(client):
    card = make_card("Guidance", slug="guidance")
    make_follower(card, tags="area:harju language:fi language:sv")
    make_follower(card, tags="area:harju language:fi")

    soup = page(client, "/en/definition-cards")
    rows = lines(client, "/en/definition-cards.csv")

    assert "2 services follow this" in text_of(soup.select_one("ul.rows"))
    table = [text_of(row) for row in soup.select("tbody tr")]
    assert "Harju 83 % (5 of 6)" in table
    assert "Niemi Nothing to count yet" in table
    assert table[-1] == "All services together 83 % (5 of 6)"
    assert rows[1] == ["Guidance", "2", "6", "5", "83"]


def test_differences_are_listed_late_ones_first_and_narrowed(client):
    card = make_card("Guidance", tier="regional")
    rule(card, make_follower(card, "Accepted"), until=TOMORROW, fi="Syy")
    make_follower(card, "Open")
    rule(card, make_follower(card, "Late"), until=YESTERDAY, en="Why")

    every = page(client, "/en/deviations")
    late = page(client, "/en/deviations?state=late")
    rows = lines(client, "/en/deviations.csv?state=late")

    assert [th.text for th in every.select("tbody th")] == ["Late", "Open", "Accepted"]
    assert [chip.text for chip in every.select(".chips a")] == [
        "All 3",
        "The agreed time has run out 1",
        "Not decided 1",
        "Accepted 1",
    ]
    assert every.select_one("tbody [lang=fi]").text == "Syy"
    assert "Only in Finnish" in every.tbody.text
    assert [th.text for th in late.select("tbody th")] == ["Late"]
    assert rows[1:] == [
        [
            "Guidance",
            "Late",
            "How near",
            "Regional",
            "Near",
            "The agreed time has run out",
            YESTERDAY.isoformat(),
            "Why",
            today().isoformat(),
        ]
    ]


def test_name_that_is_a_formula_is_harmless_in_the_file(client):
    card = make_card(tier="regional")
    make_follower(card, "=HYPERLINK(1)")

    rows = lines(client, "/en/deviations.csv")

    assert rows[1][1] == "'=HYPERLINK(1)"


def test_long_list_of_differences_is_shown_in_pages(client):
    card = make_card(tier="regional")
    for number in range(51):
        make_follower(card, f"Service {number:02}")

    first, second = (page(client, f"/en/deviations?page={n}") for n in (1, 99))

    assert len(first.select("tbody tr")) == 50
    assert [th.text for th in second.select("tbody th")] == ["Service 50"]


def test_overview_asks_the_database_alike_for_one_and_for_three(client):
    """Warm: versions of directory and vocabulary; rollouts: texts, cards, rows. The
    counts are kept until something changes."""
    counts = []
    for more in (1, 2):
        for _ in range(more):
            card = make_card(tier="regional", responsible_worker=True)
            rule(card, make_follower(card), until=TOMORROW)
        client.get("/en/overview")
        drawn.pages.clear()
        with count_queries() as counted:
            client.get("/en/overview")
        counts.append(counted.count)

    assert counts == [4, 4]


def test_counts_follow_each_change_at_once(client):
    card = make_card("Guidance", slug="guidance", tier="regional")
    service = make_follower(card)

    def uniformity():
        rows = lines(client, "/en/overview.csv")
        return next(row for row in rows if row[0] == "Uniformity")[1:3]

    open_one = uniformity()
    rule(card, service, until=TOMORROW)
    accepted = uniformity()
    actions.set_service(card, service, wanted=False)

    assert (open_one, accepted, uniformity()) == (["3", "4"], ["4", "4"], ["0", "0"])
