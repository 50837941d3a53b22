"""Materials are found by inflected words and by facets that count truly."""

import pytest

from portal.materials.queries.finding import Wish, find
from portal.search.facets import Choice
from tests.factories import make_team
from tests.materials.things import make_material


@pytest.fixture
def team():
    return str(make_team().id)


def slugs(wish):
    return [material.slug for material in find(wish, "en").materials]


def choices(wish, facet):
    return [(one.code, one.count, one.chosen) for one in find(wish, "en").facets[facet]]


def test_finnish_material_is_found_by_an_inflected_word():
    make_material(slug="guide", text_fi_title="Opas vastuutyöntekijälle")
    make_material(slug="other", text_fi_title="Opas isännöitsijälle")

    assert slugs(Wish("vastuutyöntekijöiden")) == ["guide"]


def test_material_is_found_by_who_made_it_and_what_it_is_about():
    make_material(slug="guide", source="Lighthouse Foundation", tags_theme="money")
    make_material(slug="other")

    assert slugs(Wish("lighthouse")) == ["guide"]
    assert slugs(Wish("debt")) == ["guide"]


def test_newest_verdict_comes_first_and_what_is_not_read_last(team):
    make_material(slug="not-read", year="2026")
    read = {"verdict": "use", "verdict_by": team}
    make_material(slug="before", verdict_on="2025-01-01", **read)
    make_material(slug="after", verdict_on="2026-01-01", **read)

    assert slugs(Wish()) == ["after", "before", "not-read"]


def test_each_facet_is_counted_without_its_own_choices(team):
    read = {"verdict": "use", "verdict_by": team}
    make_material(slug="a", tags_theme="money home", year="2024", **read)
    make_material(slug="b", tags_theme="money", language="sv", **read)
    make_material(slug="c", tags_theme="home")
    wish = Wish("", {"verdict": ("use",), "theme": ("home",)})

    found = find(wish, "en")

    assert slugs(wish) == ["a"]
    assert {facet: [vars(c) for c in found.facets[facet]] for facet in ("year",)} == {
        "year": [vars(Choice("2024", "2024", 1, chosen=False))]
    }
    assert choices(wish, "verdict") == [("use", 1, True), ("not-read", 1, False)]
    assert choices(wish, "theme") == [("money", 2, False), ("home", 1, True)]
    assert choices(wish, "language") == [("fi", 1, False)]


def test_several_values_of_a_facet_widen_and_facets_narrow():
    make_material(slug="a", language="fi", year="2024")
    make_material(slug="b", language="sv", year="2024")
    make_material(slug="c", language="en", year="2020")

    either = Wish("", {"language": ("fi", "en")})
    both = Wish("", {"language": ("fi", "en"), "year": ("2020",)})

    assert (sorted(slugs(either)), slugs(both)) == (["a", "c"], ["c"])


def test_chosen_value_that_finds_nothing_is_still_there_to_be_taken_away():
    make_material(language="fi")

    assert choices(Wish("", {"language": ("sv",)}), "language") == [
        ("fi", 1, False),
        ("sv", 0, True),
    ]
