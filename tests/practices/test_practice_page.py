from datetime import date

from playhouse.test_utils import count_queries

from portal.links.actions import join
from portal.practices.actions.creating import PracticeDraftText
from portal.practices.headings import HEADINGS
from portal.practices.models import Evidence, Lived
from tests.factories import make_practice, make_service, make_team, make_workshop
from tests.soup import page

WHOLE = dict.fromkeys(HEADINGS, "Written")


def marks(soup):
    """The four marks, each in one line of words."""
    return {
        row.dt.text: " ".join(row.dd.get_text(" ").split())
        for row in soup.select("dl.marks > div")
    }


def facts(article):
    return {row.dt.text: row.dd.text for row in article.select("dl.facts > div")}


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
        "Description": "Complete 17 of 17 headings",
        "Evidence": "Moderate evidence Set by Research, 31 January 2026.",
        "People with lived experience": "They recommend it 1 February 2026",
        "Where it is in use": "2 places",
    }
    assert len(soup.select(".marks .ladder .on")) == 4


def test_practice_says_what_is_not_there(client):
    make_practice("Desk", slug="desk")

    soup = page(client, "/en/practices/desk")

    assert marks(soup) == {
        "Description": "Not complete 0 of 17 headings",
        "Evidence": "Not known",
        "People with lived experience": "Not asked yet",
        "Where it is in use": "Nowhere now",
    }
    assert soup.select("article section, article dl") == []
    assert "Owner not known" in soup.text


def test_practice_stands_under_three_parts_and_names_what_is_not_written(client):
    written = PracticeDraftText(
        "Desk",
        **dict.fromkeys(HEADINGS, "Written")
        | {"cost": "", "tips": "", "place": "Harju", "funder": "The county"},
    )
    make_practice(slug="desk", texts={"en": written})

    article = page(client, "/en/practices/desk").article

    assert facts(article) == {"Where it was made": "Harju", "Funder": "The county"}
    assert {
        part.h2.text: [tag.text for tag in part.select("h3")]
        for part in article.find_all("section", recursive=False)
    } == {
        "The idea": [
            "The problem",
            "Who it is for",
            "How it works",
            "What must stay",
            "What may be adapted",
            "What it takes",
            "Who it may not suit",
        ],
        "How it was developed": [
            "The setting",
            "What people told us",
            "Who developed it together",
            "The change we wanted",
            "How we follow it",
        ],
        "What came of it": [
            "What we know so far",
            "What people with lived experience say",
            "Harms and limits",
        ],
    }
    unwritten = "Not described yet: what it costs, tips for those who try it."
    assert [tag.text for tag in article.select(".hint")] == [unwritten]


def test_part_without_words_is_left_out(client):
    make_practice(slug="desk", texts={"en": PracticeDraftText("Desk", harms="Some")})

    article = page(client, "/en/practices/desk").article

    assert [tag.text for tag in article.select("h2")] == ["What came of it"]


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


def test_page_of_few_words_and_of_all_asks_the_database_alike(client):
    """The versions of all that the page is drawn from; the practice, its texts,
    what is joined to it, its applications and their notes."""
    make_practice(slug="few", in_use="harju")
    texts = {"en": PracticeDraftText("Whole", **WHOLE), "fi": PracticeDraftText("Koko")}
    make_practice(slug="whole", in_use="harju niemi koskela", texts=texts)
    make_practice(slug="warm")
    client.get("/en/practices/warm")
    with count_queries() as few:
        client.get("/en/practices/few")

    with count_queries() as whole:
        client.get("/en/practices/whole")

    assert (few.count, whole.count) == (6, 6)
