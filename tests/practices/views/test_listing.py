from datetime import date

import pytest
from playhouse.test_utils import count_queries

from portal.db import today
from portal.permissions import Role
from portal.practices.actions.creating import InUse, PracticeDraftText, create
from portal.practices.models import Evidence, Lived, Stage, Use
from portal.vocabulary.queries import vocabulary
from tests.factories import make_practice, make_user, sign_in
from tests.practices.shelved import make
from tests.soup import page


def names(soup):
    return [link.text for link in soup.select("ul.rows h3 a")]


def marks(soup):
    """The four marks of the first row, each in one line of words."""
    return {
        row.dt.text: " ".join(row.dd.text.split())
        for row in soup.select_one("dl.marks").select("div")
    }


def test_practices_lead_to_their_pages_with_their_four_marks(client):
    areas = vocabulary().of("area")
    uses = [
        InUse(areas[code], state, None, None, {})
        for code, state in [
            ("harju", Use.IN_USE),
            ("niemi", Use.ON_TRIAL),
            ("saarela", Use.STOPPED),
        ]
    ]
    values = {
        "slug": "desk",
        "stage": Stage.ON_TRIAL,
        "evidence": Evidence.MODERATE,
        "evidence_on": today(),
        "lived": Lived.NOT_RECOMMENDED,
        "lived_on": today(),
    }
    create(values, {"en": PracticeDraftText("Desk", problem="P")}, [], uses)

    soup = page(client, "/en/practices")

    assert soup.select_one("ul.rows h3 a")["href"] == "/en/practices/desk"
    assert marks(soup) == {
        "Description": "1 of 17 headings",
        "Evidence": "Moderate evidence",
        "People with lived experience": "They do not recommend it",
        "Where it is in use": "In use in 1 place",
    }
    assert len(soup.select("ul.rows .ladder .on")) == 4


def test_marks_say_what_is_not_known(client):
    make_practice("Desk")

    assert marks(page(client, "/en/practices")) == {
        "Description": "0 of 17 headings",
        "Evidence": "Not known",
        "People with lived experience": "Not asked yet",
        "Where it is in use": "Nowhere now",
    }


def test_marks_that_have_expired_do_not_stand(client):
    old = date(2020, 1, 1)
    make_practice(
        evidence=Evidence.STRONG,
        evidence_on=old,
        lived=Lived.RECOMMENDED,
        lived_on=old,
    )

    soup = page(client, "/en/practices")

    expired = "Expired, to be set anew"
    assert marks(soup)["Evidence"] == expired
    assert marks(soup)["People with lived experience"] == expired
    assert soup.select("ul.rows .ladder") == []


def test_library_without_practices_is_a_page(client):
    soup = page(client, "/en/practices")

    assert names(soup) == []
    assert soup.select_one(".nothing h2").text == "There is no practice here yet"


def test_danger_is_heard_here_too_and_nothing_is_kept(client):
    response = client.get("/en/practices?q=he+hits+me")

    assert response.headers["Cache-Control"] == "no-store"
    assert "Are you in danger now?" in response.text
    assert "he hits me" not in response.text.partition("</title>")[0]


def test_list_goes_on_page_by_page(client):
    for number in range(21):
        make_practice(f"Practice {number}")

    first = page(client, "/en/practices?sort=newest")
    last = page(client, "/en/practices?sort=newest&page=2")

    assert (len(names(first)), len(names(last))) == (20, 1)
    assert first.select_one("a[rel=next]")["href"] == "/en/practices?sort=newest&page=2"


def test_list_tells_of_its_feed(client):
    link = page(client, "/en/practices").select_one("link[type='application/atom+xml']")

    assert link["href"] == "/en/practices.atom"


@pytest.mark.parametrize(
    ("query", "statements"),
    [
        ("", 2),
        ("q=desk", 4),
        ("theme=money", 2),
    ],
)
def test_list_of_one_and_of_three_asks_the_database_alike(client, query, statements):
    """The versions of all that the list is drawn from; the rows with their texts. With
    words: that of the lexicon of practices, which is new, and where they stand."""
    counted = []
    for number in (1, 2):
        for n in range(number):
            make(f"Desk {number} {n}", "theme:money")
            make_practice(f"Desk in use {n}", in_use="harju niemi")
        client.get("/en/practices?sort=newest")
        with count_queries() as queries:
            client.get(f"/en/practices?{query}")
        counted.append(queries.count)

    assert counted == [statements, statements]


def test_list_after_a_change_is_drawn_within_five_statements(client):
    """As above; and anew the practices, their tags, places of use and languages."""
    make_practice("Desk", in_use="harju")
    client.get("/en/practices?q=desk")
    make_practice("Desk", in_use="harju")

    with count_queries() as queries:
        client.get("/en/practices")

    assert queries.count == 4


def test_ways_on_are_counted_without_asking_again(client):
    """The versions, where the words stand, and rows, of which there are none."""
    make("Desk", "theme:money need:housing")
    client.get("/en/practices?q=desk")

    with count_queries() as queries:
        nothing = client.get("/en/practices?q=desk&theme=home&stage=idea&language=sv")

    assert "There is 1 practice if you leave out" in nothing.text
    assert queries.count == 3


def test_list_that_is_kept_asks_for_its_versions_only(client):
    make_practice("Desk")
    client.get("/en/practices?theme=money")

    with count_queries() as queries:
        client.get("/en/practices?theme=money")

    assert queries.count == 1


def test_fifth_place_of_the_navigation_is_for_wide_screens(app, client):
    place = ".sitenav a[href='/en/practices']"
    keeper = sign_in(app, make_user(Role.COORDINATOR))

    wide = page(keeper, "/en/practices").select_one(place)
    everywhere = page(client, "/en/practices").select_one(place)

    assert wide.parent["class"] == ["is-wide-only"]
    assert "class" not in everywhere.parent.attrs
