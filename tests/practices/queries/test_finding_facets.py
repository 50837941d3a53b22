"""What is offered in the facets of a small library, walked through."""

from dataclasses import replace
from itertools import chain

import pytest

from portal.practices.models import Evidence, Stage, Use
from portal.practices.queries.finding import Wish, find
from portal.practices.queries.shelf import Facet
from tests.practices.shelved import make, names

LIBRARY = [
    ("Debt advice", "theme:money need:money", [("harju", Use.IN_USE)]),
    ("Debt court", "theme:money theme:home group:families", []),
    ("Night walk", "theme:home", [("county", Use.ON_TRIAL)]),
    ("Tea", "theme:loneliness group:older-people", [("niemi", Use.IN_USE)]),
]


@pytest.fixture
def library():
    for number, (name, tags, uses) in enumerate(LIBRARY):
        stage = (Stage.IN_USE, Stage.IDEA)[number % 2]
        make(name, tags, uses, stage=stage, evidence=list(Evidence)[number])


def offered(wish):
    """Each way to narrow the list further, and how many practices it promises."""
    for facet, choices in find(wish, "en").facets.items():
        for choice in choices:
            if not choice.chosen:
                chosen = {**wish.chosen, facet: (choice.code,)}
                yield replace(wish, chosen=chosen), choice.count


@pytest.mark.parametrize("question", ["", "debt"])
@pytest.mark.usefixtures("library")
def test_every_value_offered_leads_to_as_many_practices_as_it_says(question):
    first = list(offered(Wish(question)))
    second = list(chain.from_iterable(offered(wish) for wish, _count in first))

    assert len(first) > 5
    for wish, count in first + second:
        assert find(wish, "en").ids.size == count > 0


@pytest.mark.usefixtures("library")
def test_several_values_of_one_facet_find_what_has_any_of_them():
    wish = Wish(chosen={Facet.THEME: ("money", "loneliness")})

    found = find(wish, "en")

    assert set(names(wish)) == {"Debt advice", "Debt court", "Tea"}
    assert {c.code: c.count for c in found.facets[Facet.STAGE]} == {
        "idea": 2,
        "in-use": 1,
    }


@pytest.mark.usefixtures("library")
def test_all_stages_count_what_the_rest_of_the_wish_finds():
    wish = Wish("debt", {Facet.STAGE: ("idea",)})

    assert find(wish, "en").in_any_stage == 2
