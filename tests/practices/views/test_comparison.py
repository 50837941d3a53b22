import pytest

from portal.practices.actions.creating import PracticeDraftText
from tests.factories import make_practice
from tests.soup import page


def make(slug, **texts):
    make_practice(slug=slug, texts={"en": PracticeDraftText(slug.upper(), **texts)})


def cells(soup, heading):
    """What each practice says under a heading of its row."""
    row = next(r for r in soup.select("tbody tr") if r.th.text == heading)
    return [" ".join(cell.text.split()) for cell in row.select("td")]


def test_practices_stand_side_by_side_with_their_marks_first(client):
    make("a", problem="**Bold**", tips="Go")
    make("b", problem="Plain")

    soup = page(client, "/en/practices/comparison?practice=a&practice=b")

    assert [th.text for th in soup.select("thead th")] == ["A", "B"]
    assert [th.text for th in soup.select("tbody th")] == [
        "Stage",
        "Description",
        "Evidence",
        "People with lived experience",
        "Where it is in use",
        "In short",
        "The problem",
        "Tips for those who try it",
        "Change the choice",
    ]
    assert cells(soup, "The problem") == ["Bold", "Plain"]
    assert cells(soup, "Tips for those who try it") == ["Go", "Not described"]
    assert soup.select("td strong")


def test_each_can_be_taken_away_and_the_choice_changed(client):
    for slug in "abc":
        make(slug)

    soup = page(client, "/en/practices/comparison?practice=a&practice=b&practice=c")

    assert [a["href"] for a in soup.select("td a.tap")] == [
        "/en/practices/comparison?practice=b&practice=c",
        "/en/practices/comparison?practice=a&practice=c",
        "/en/practices/comparison?practice=a&practice=b",
    ]
    assert soup.select("a[href='/en/practices?practice=a&practice=b&practice=c']")


def test_text_in_another_language_says_so(client):
    make("a", how="So")
    make_practice(slug="b", texts={"fi": PracticeDraftText("Piste", how="Näin")})

    soup = page(client, "/en/practices/comparison?practice=a&practice=b")

    assert "Only in Finnish" in soup.thead.text
    assert [t.text.strip() for t in soup.select("td[lang=fi]") if t.text.strip()] == [
        "Näin"
    ]


def test_one_is_offered_others_beside_it(client):
    make("a")
    make("b")

    soup = page(client, "/en/practices/comparison?practice=a&practice=a")

    assert "You have chosen: A" in " ".join(soup.main.text.split())
    assert [(i["type"], i["value"]) for i in soup.select("input[name=practice]")] == [
        ("hidden", "a"),
        ("checkbox", "b"),
    ]


@pytest.mark.parametrize("query", ["", "?practice=", "?practice=none&practice=%27"])
def test_without_any_one_can_choose(client, query):
    make("a")

    soup = page(client, f"/en/practices/comparison{query}")

    assert [box["value"] for box in soup.select("input[type=checkbox]")] == ["a"]
    assert ("not in the library" in soup.text) == ("none" in query)


def test_empty_library_has_nothing_to_compare(client):
    soup = page(client, "/en/practices/comparison")

    assert "There is nothing to compare yet." in soup.text


def test_more_than_four_are_told(client):
    for slug in "abcde":
        make(slug)
    query = "&".join(f"practice={slug}" for slug in "abcde")

    soup = page(client, f"/en/practices/comparison?{query}")

    assert len(soup.select("thead th")) == 4
    assert "Four fit side by side. Left out: E." in " ".join(soup.main.text.split())
