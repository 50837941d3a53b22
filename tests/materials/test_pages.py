"""The shelf and its materials as people read them."""

import pytest
from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.db import now
from portal.materials.actions.saving import set_practice
from portal.permissions import Role
from portal.upkeep.models import LinkCheck
from tests.factories import make_practice, make_team, make_user, sign_in
from tests.materials.things import make_material


def main(response):
    return BeautifulSoup(response.text, "html.parser").main


def text(response):
    return " ".join(main(response).text.split())


@pytest.mark.parametrize("count", [1, 3])
def test_shelf_asks_as_often_whatever_its_length(client, count):
    team = make_team()
    for _ in range(count):
        make_material(tags_theme="money", verdict="use", verdict_by=str(team.id))
    client.get("/en/materials")

    with count_queries() as kept:
        client.get("/en/materials")
    with count_queries() as narrowed:
        page = client.get("/en/materials?theme=money")

    # What the page is made of (1); narrowed anew from memory, with the bell (1).
    assert (kept.count, narrowed.count) == (1, 1)
    assert len(main(page).select(".rows h3")) == count


def test_choices_are_removed_by_plain_links_and_strange_ones_left_out(client):
    make_material("Guide", tags_theme="money", year="2024")

    page = client.get("/en/materials?theme=money&year=2024&theme=nonsense&language=xx")

    links = [
        (" ".join(a.text.split()), a["href"]) for a in main(page).select(".chips a")
    ]
    assert links == [
        ("Money and debt remove", "/en/materials?year=2024"),
        ("2024 remove", "/en/materials?theme=money"),
        ("Clear all", "/en/materials"),
    ]


def test_language_of_the_material_is_not_that_of_the_page(client):
    make_material("Guide", language="sv", year="2024")

    page = client.get("/en/materials?language=sv&year=2024")

    assert [a["href"] for a in main(page).select(".chips a")] == [
        "/en/materials?year=2024",
        "/en/materials?language=sv",
        "/en/materials",
    ]
    assert '/en/materials.csv?language=sv&amp;year=2024"' in page.text


def test_nothing_found_leads_back_to_everything(client):
    make_material("Guide")

    page = client.get("/en/materials?q=zebra")

    assert "No material fits" in text(page)
    assert main(page).select_one(".nothing a")["href"] == "/en/materials"


def test_page_tells_the_verdict_in_words_with_who_when_and_why(client):
    team = make_team(en="The reading team")
    make_material(
        slug="guide",
        verdict="use-in-part",
        verdict_by=str(team.id),
        verdict_on="2026-03-05",
        text_en_reason="Chapter **two** holds.",
    )

    page = client.get("/en/materials/guide")

    assert "Use in part. Read by The reading team, 5 March 2026." in text(page)
    assert main(page).select_one(".prose").decode_contents().strip() == (
        "<p>Chapter <strong>two</strong> holds.</p>"
    )
    badge = main(page).select_one(".badge")
    assert (badge.text.strip(), badge.svg is not None) == ("Use in part", True)


def test_material_nobody_has_read_has_no_verdict_and_no_reason(client):
    make_material(slug="guide", text_en_reason="Old words", verdict_on="2020-01-01")

    page = client.get("/en/materials/guide")

    assert "Nobody here has read it yet." in text(page)
    assert "Old words" not in text(page)


def test_reason_in_another_language_is_said_to_be_so(client):
    make_material(
        slug="guide",
        verdict="use",
        verdict_by=str(make_team().id),
        text_fi_title="Opas",
        text_fi_reason="Selkeä.",
    )

    page = client.get("/en/materials/guide")

    assert main(page).select_one(".prose")["lang"] == "fi"
    assert "Only in Finnish" in text(page)


def test_address_that_failed_twice_is_told_on_the_page(client):
    make_material(slug="guide", url="https://gone.example/guide")
    make_material(slug="well", url="https://well.example")
    once = {"status": 404, "failing_since": now()}
    LinkCheck.create(url="https://gone.example/guide", failures=2, **once)
    LinkCheck.create(url="https://well.example", failures=1, **once)

    gone, well = (
        text(client.get(f"/en/materials/{name}")) for name in ("guide", "well")
    )

    assert "Its address has not answered since" in gone
    assert "The answer was 404." in gone
    assert "has not answered" not in well


def test_page_of_a_material_asks_as_often_whatever_is_joined(client):
    material = make_material(slug="guide", url="https://a.example")
    counts = []
    for _ in range(3):
        set_practice(material.id, make_practice().id, wanted=True)
        client.get("/en/materials")
        with count_queries() as queries:
            client.get("/en/materials/guide")
        counts.append(queries.count)

    # What the page is made of (1), what is joined and its names (2), its address (1).
    assert counts == [4, 4, 4]


def test_joined_practice_is_named_until_it_is_taken_apart(client):
    material, practice = make_material(slug="guide"), make_practice("One desk")
    set_practice(material.id, practice.id, wanted=True)
    joined = text(client.get("/en/materials/guide"))
    beside = main(client.get(f"/en/practices/{practice.slug}"))

    set_practice(material.id, practice.id, wanted=False)

    assert "One desk" in joined
    assert beside.select_one("aside a[href='/en/materials/guide']") is not None
    assert "One desk" not in text(client.get("/en/materials/guide"))


def test_joined_practice_is_not_offered_again(app):
    material = make_material(slug="guide")
    make_practice("Second desk")
    set_practice(material.id, make_practice("One desk").id, wanted=True)
    coordinator = sign_in(app, make_user(Role.COORDINATOR))

    page = main(coordinator.get("/en/materials/guide/practices?q=desk"))

    buttons = [" ".join(button.text.split()) for button in page.select(".rows button")]
    assert buttons == ["Take apart: One desk", "Join with the material: Second desk"]


def test_table_holds_what_is_narrowed(client):
    team = make_team(en="The reading team")
    read = {"verdict": "do-not-use", "verdict_by": str(team.id)}
    make_material(
        "=Guide",
        year="2019",
        licence="CC BY 4.0",
        verdict_on="2026-03-05",
        text_en_reason="Outdated",
        **read,
    )
    make_material("Another")

    sheet = client.get("/en/materials.csv?verdict=do-not-use").data.decode("utf-8-sig")

    (line,) = sheet.splitlines()[1:]
    assert line.split(";") == [
        *("'=Guide", "A maker", "2019", "CC BY 4.0", "Suomi", ""),
        *("Do not use", "Outdated", "The reading team", "2026-03-05"),
    ]


def test_material_that_is_not_there_is_not_found(client):
    assert client.get("/en/materials/nothing").status_code == 404
