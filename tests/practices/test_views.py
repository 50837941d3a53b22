from datetime import date

from playhouse.test_utils import count_queries

from portal.links.actions import join
from portal.practices.actions import PracticeDraftText
from portal.practices.models import Evidence, Lived, Stage
from portal.practices.queries import HEADINGS
from tests.factories import make_practice, make_service, make_team, make_workshop
from tests.soup import page

WHOLE = dict.fromkeys(HEADINGS, "Written")


def names(soup):
    return [link.text for link in soup.select("ul.rows h3 a")]


def chips(soup):
    return [chip.text for chip in soup.select("nav.chips a")]


def marks(soup):
    """The four marks, each in one line of words."""
    return {
        row.dt.text: " ".join(row.dd.get_text(" ").split())
        for row in soup.select("dl.marks > div")
    }


def test_practices_lead_to_their_pages(client):
    make_practice("Desk", slug="desk", in_use="harju")

    soup = page(client, "/en/practices")

    assert [link["href"] for link in soup.select("ul.rows h3 a")] == [
        "/en/practices/desk"
    ]
    assert "In use in 1 place" in soup.select_one("ul.rows").text


def test_stages_filter_and_count(client):
    make_practice("Idea", stage=Stage.IDEA, slug="a")
    make_practice("Use", stage=Stage.IN_USE, slug="b")
    make_practice("Other use", stage=Stage.IN_USE, slug="c")

    every = page(client, "/en/practices")
    some = page(client, "/en/practices?stage=in-use")

    assert chips(every) == ["All 3", "Idea 1", "In use 2"]
    assert chips(some) == ["All 3", "Idea 1", "In use 2"]
    assert some.select_one("nav.chips [aria-current]").text == "In use 2"
    assert names(some) == ["Use", "Other use"]


def test_stages_count_what_the_words_find(client):
    make_practice("Debt idea", stage=Stage.IDEA)
    make_practice("Debt use", stage=Stage.IN_USE)
    make_practice("Music", stage=Stage.IN_USE)

    soup = page(client, "/en/practices?q=debt&stage=in-use")

    assert names(soup) == ["Debt use"]
    assert chips(soup) == ["All 2", "Idea 1", "In use 1"]
    assert soup.select_one("nav.chips a")["href"] == "/en/practices?q=debt"


def test_unknown_stage_is_left_out(client):
    make_practice("Desk")

    assert names(page(client, "/en/practices?stage=xyz")) == ["Desk"]


def test_search_that_finds_nothing_shows_the_way_to_all(client):
    make_practice("Desk")

    soup = page(client, "/en/practices?q=xyzzy")

    assert names(soup) == []
    assert soup.select_one(".nothing h2").text == "No practice holds these words"
    assert soup.select_one(".nothing a")["href"] == "/en/practices"


def test_library_without_practices_is_a_page(client):
    assert names(page(client, "/en/practices")) == []


def test_practice_that_is_not_there_is_not_found(client):
    assert client.get("/en/practices/none").status_code == 404


def test_practice_has_its_four_marks(client):
    make_practice(
        slug="desk",
        in_use="harju niemi",
        texts={"en": PracticeDraftText("Desk", **WHOLE)},
        evidence=Evidence.MODERATE,
        evidence_by=make_team(en="Research"),
        evidence_on=date(2026, 1, 31),
        lived=Lived.RECOMMENDED,
        lived_on=date(2026, 2, 1),
    )

    soup = page(client, "/en/practices/desk")

    assert marks(soup) == {
        "Description": "Complete 7 of 7 headings",
        "Evidence": "Moderate evidence Set by Research, 31 January 2026.",
        "People with lived experience": "They recommend it 1 February 2026",
        "Where it is in use": "2 places",
    }
    assert len(soup.select(".marks .ladder .on")) == 4


def test_practice_says_what_is_not_there(client):
    make_practice("Desk", slug="desk")

    soup = page(client, "/en/practices/desk")

    assert marks(soup) == {
        "Description": "Not complete 0 of 7 headings",
        "Evidence": "Not known",
        "People with lived experience": "Not asked yet",
        "Where it is in use": "Nowhere now",
    }
    assert [tag.text for tag in soup.select("article .hint")] == [
        "Not described yet."
    ] * 7
    assert "Owner not known" in soup.text


def test_harm_and_no_effect_are_marks_of_their_own(client):
    make_practice(slug="harm", evidence=Evidence.HARM)
    make_practice(slug="none", evidence=Evidence.NO_EFFECT)

    harm, none = page(client, "/en/practices/harm"), page(client, "/en/practices/none")

    assert marks(harm)["Evidence"] == "Found to do harm"
    assert len(harm.select(".ladder.is-harm")) == 1
    assert marks(none)["Evidence"] == "Found to have no effect"
    assert none.select(".ladder") == []


def test_practice_in_another_language_is_marked(client):
    texts = {"fi": PracticeDraftText("Piste", "Lyhyt", problem="Ongelma")}
    make_practice(slug="desk", texts=texts, team=make_team(fi="Tiimi"))

    soup = page(client, "/en/practices/desk")
    row = page(client, "/en/practices")

    assert "This is not yet in English. Below is the Finnish text." in soup.text
    assert [tag.text.strip() for tag in soup.select("main [lang=fi]")] == [
        "Piste",  # where you are
        "Piste",
        "Lyhyt",
        "Ongelma",
        "Tiimi",
    ]
    assert [tag.text for tag in row.select("main [lang=fi]")] == ["Piste", "Lyhyt"]
    assert "Only in Finnish" in row.text


def test_practice_leads_to_its_services_and_workshops(client):
    practice, service, workshop = make_practice(), make_service(), make_workshop()
    join("practice", practice.id, "service", service.id)
    join("workshop", workshop.id, "practice", practice.id)

    soup = page(client, f"/en/practices/{practice.slug}")

    assert [link["href"] for link in soup.select("aside a")] == [
        f"/en/services/{service.slug}",
        f"/en/workshops/{workshop.slug}",
    ]


def test_list_of_one_and_of_three_asks_the_database_alike(client):
    """The versions of all that the list is drawn from, and that of the lexicon of
    practices is new; where the words stand; practices, their texts, their uses."""
    make_practice("Desk one", in_use="harju")
    with count_queries() as one:
        client.get("/en/practices?q=desk")

    make_practice("Desk two", in_use="harju niemi")
    make_practice("Desk three")
    with count_queries() as three:
        client.get("/en/practices?q=desk")

    assert (one.count, three.count) == (6, 6)
