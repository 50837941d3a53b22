import pytest

from portal.search.marks import marked
from portal.search.queries import ranked
from tests.factories import make_concept
from tests.search.things import put, thing


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rent", "<mark>Rent</mark>"),
        ("RENTS, and a Rental", "<mark>RENTS</mark>, and a Rental"),
        ("Help with rent.", "Help with <mark>rent</mark>."),
        ("rent/rent", "<mark>rent</mark>/<mark>rent</mark>"),
        ("The rental", "The rental"),
        ("Help is not rent", "Help is not <mark>rent</mark>"),
        ("", ""),
        ("<script>rent</script>", "&lt;script&gt;<mark>rent</mark>&lt;/script&gt;"),
        ('<"rent">', "&lt;&#34;<mark>rent</mark>&#34;&gt;"),
        ("a & 'rent'", "a &amp; &#39;<mark>rent</mark>&#39;"),
        ("&lt;rent&gt;", "&amp;lt;<mark>rent</mark>&amp;gt;"),
    ],
)
def test_marked_keeps_the_text_as_it_is_and_marks_its_words(text, expected):
    assert marked(text, {"en": {"rent", "help", "not"}}, "en") == expected


@pytest.mark.no_database
@pytest.mark.parametrize("text", ["<b>Koti</b>", "<script>alert(1)</script>"])
@pytest.mark.parametrize(
    "marks", [{}, {"en": set()}, {"en": {"b", "script", "alert"}}, {"fi": {"koti"}}]
)
def test_marked_never_lets_a_tag_of_a_text_through(text, marks):
    found = marked(text, marks, "en")

    assert found.unescape().replace("<mark>", "").replace("</mark>", "") == text
    assert found.replace("<mark>", "").replace("</mark>", "").count("<") == 0


@pytest.mark.no_database
def test_marked_respects_the_language_of_the_text():
    marks = {"sv": {"hus"}, "en": {"hous"}}

    assert marked("Husen", marks, "sv") == "<mark>Husen</mark>"
    assert marked("Husen", marks, "en") == "Husen"
    assert marked("Houses", marks, "en") == "<mark>Houses</mark>"
    assert marked("Houses", marks, "fi") == "Houses"


def mark_all(question, text, language="en"):
    return marked(text, ranked("thing", question).marks, language)


def test_inflected_words_of_a_question_are_marked_in_what_is_found():
    put(thing(1, "Evictions"), thing(2, "Häädöt", language="fi"))

    assert mark_all("evicted", "Evictions") == "<mark>Evictions</mark>"
    assert mark_all("häätö", "Häädöt", "fi") == "<mark>Häädöt</mark>"


def test_misspelt_word_marks_what_was_meant():
    put(thing(1, "Calendar of tenants"))

    assert mark_all("calender", "Calendar of tenants") == (
        "<mark>Calendar</mark> of tenants"
    )


def test_search_only_word_of_a_concept_is_marked_nowhere_it_is_not():
    make_concept("eviction", hidden="kickout", code="eviction")
    put(thing(1, "Eviction"))

    assert mark_all("kickout", "Eviction") == "Eviction"
