import pytest
from playhouse.test_utils import count_queries

from portal.practices.actions.creating import PracticeDraftText
from portal.practices.models import Stage, Use
from tests.practices.shelved import make
from tests.soup import page

HOME = "need:housing theme:home"


def alike(soup):
    return [link.text for link in soup.select("[aria-labelledby=alike] a")]


def test_practice_links_its_tags_to_lists_of_the_same(client):
    make("Desk", "need:housing theme:home group:families")

    tags = page(client, "/en/practices/desk").select_one("[aria-labelledby=tags]")

    assert {
        row.dt.text: [link["href"] for link in row.select("a")]
        for row in tags.select("dl > div")
    } == {
        "Need": ["/en/practices?need=housing"],
        "Theme": ["/en/practices?theme=home"],
        "For whom": ["/en/practices?group=families"],
    }


def test_three_that_share_most_tags_stand_beside_it(client):
    make("Desk", HOME)
    for name, tags, uses in (
        ("One tag", "need:housing", [("harju", Use.IN_USE)]),
        ("Both", HOME, []),
        ("Less used", "need:housing", []),
        ("Both too", HOME, [("harju", Use.IN_USE)]),
        ("Another", "need:money", []),
    ):
        make(name, tags, uses)

    soup = page(client, "/en/practices/desk")

    assert alike(soup) == ["Both too", "Both", "One tag"]


@pytest.mark.parametrize(
    ("mine", "its", "stage"),
    [
        ("", HOME, Stage.IN_USE),
        ("group:families", "group:families", Stage.IN_USE),
        (HOME, HOME, Stage.RETIRED),
    ],
)
def test_nothing_is_like_it_without_a_need_or_theme_in_use(client, mine, its, stage):
    make("Desk", mine)
    make("Other", its, stage=stage)

    assert alike(page(client, "/en/practices/desk")) == []


def test_draft_is_like_nothing_in_public(client):
    make("Desk", HOME)
    make("Secret", HOME, states={"en": "draft"})

    assert alike(page(client, "/en/practices/desk")) == []


def test_one_like_it_is_named_in_the_language_of_the_page_or_marked(client):
    both = {"fi": PracticeDraftText("Piste"), "en": PracticeDraftText("Point")}
    make("Desk", HOME)
    make("Point", HOME, texts=both)
    make("Vain", HOME, texts={"fi": PracticeDraftText("Vain suomeksi")})

    rows = page(client, "/en/practices/desk").select("[aria-labelledby=alike] li")

    assert [(row.a.text, row.get("lang")) for row in rows] == [
        ("Vain suomeksi", "fi"),
        ("Point", None),
    ]


def test_tags_and_likeness_cost_the_page_no_statement(client):
    """Its five: see the test of the page."""
    make("Desk", HOME)
    make("Other", HOME)
    client.get("/en/practices/other")

    with count_queries() as asked:
        soup = page(client, "/en/practices/desk")

    assert (alike(soup), asked.count) == (["Other"], 5)
