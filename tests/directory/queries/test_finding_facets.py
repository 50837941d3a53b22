"""What is offered in the facets of a small directory, walked through whole."""

from dataclasses import replace
from itertools import chain, permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.directory.queries import opening
from portal.directory.queries.finding import Wish, find
from portal.vocabulary.models import Scheme
from tests.directory.hours.rules import at
from tests.factories import give_at, make_place, make_service

TEN_ON_MONDAY = at("2026-11-23T10:00")
ALWAYS, MORNINGS = "mon-sun 0:00-24:00", "mon 9:00-11:00"
SERVICES = [
    ("Debt advice", "area:harju theme:money tier:near access:none", MORNINGS),
    ("Debt court", "area:niemi theme:money tier:remote access:decision", ""),
    ("Day centre", "area:county theme:loneliness tier:near channel:visit", ALWAYS),
    ("Night shelter", "area:harju theme:home theme:money tier:near", "mon 20:00-24:00"),
    ("Home care", "area:koskela need:housing group:older-people language:sv", ""),
]


@pytest.fixture
def directory(monkeypatch):
    """Five services, on a Monday at ten."""
    place = make_place()
    for name, tags, hours in SERVICES:
        service = make_service(name, tags)
        if hours:
            give_at(place, service, hours)
    monkeypatch.setattr(opening, "this_moment", lambda: TEN_ON_MONDAY)
    return {name: tags.split() for name, tags, _hours in SERVICES}


def offered(wish):
    """Each way to narrow the list further, and how many services it promises."""
    found = find(wish, "en")
    for facet, choices in found.facets.items():
        for choice in choices:
            if not choice.chosen:
                chosen = {**wish.chosen, facet: (choice.code,)}
                yield replace(wish, chosen=chosen), choice.count
    if found.open_now and not wish.open_now:
        yield replace(wish, open_now=True), found.open_now


@pytest.mark.parametrize("question", ["", "debt"])
def test_every_value_offered_leads_to_as_many_services_as_it_says(directory, question):
    first = list(offered(Wish(question)))
    second = list(chain.from_iterable(offered(wish) for wish, _count in first))

    assert len(first) > 5
    for wish, count in first + second:
        assert find(wish, "en").services == count > 0


def test_open_now_counts_those_that_are_open_of_what_matches(directory):
    assert find(Wish(), "en").open_now == 2
    assert find(Wish("debt"), "en").open_now == 1
    assert find(Wish(chosen={Scheme.AREA: ("niemi",)}), "en").open_now == 1
    assert find(Wish(chosen={Scheme.TIER: ("remote",)}), "en").open_now == 0


def test_open_now_narrows_the_list_and_the_counts_of_the_facets(directory):
    found = find(Wish(open_now=True), "en")

    assert (found.services, found.open_now) == (2, 2)
    assert {
        choice.code: choice.count for choice in found.facets[Scheme.THEME]
    } == {"money": 1, "loneliness": 1}  # fmt: skip
    assert find(Wish("court", open_now=True), "en").services == 0


def test_several_values_of_one_facet_find_what_has_any_of_them(directory):
    themes = ("money", "loneliness")
    found = find(Wish(chosen={Scheme.THEME: themes}), "en")

    having = [
        name
        for name, tags in directory.items()
        if any(f"theme:{code}" in tags for code in themes)
    ]
    assert found.services == len(having) == 4
    assert {c.code: c.chosen for c in found.facets[Scheme.THEME]} == {
        "money": True,
        "home": False,
        "loneliness": True,
    }


def test_order_of_clicks_changes_nothing(directory):
    chosen = {
        Scheme.AREA: ("harju", "niemi"),
        Scheme.THEME: ("money", "home"),
        Scheme.TIER: ("near", "remote"),
    }
    expected = find(Wish("debt", chosen), "en")

    for order in permutations(chosen):
        for turn in (1, -1):
            turned = {facet: chosen[facet][::turn] for facet in order}
            found = find(Wish("debt", turned), "en")
            assert list(found.groups) == list(expected.groups) != []
            assert found.facets == expected.facets


CLICKS = [
    (Scheme.AREA, "harju"),
    (Scheme.AREA, "niemi"),
    (Scheme.THEME, "money"),
    (Scheme.THEME, "home"),
    (Scheme.TIER, "near"),
    (None, "open"),
]


def clicked(clicks):
    wish = Wish()
    for facet, code in clicks:
        if facet is None:
            wish = replace(wish, open_now=True)
        else:
            chosen = {**wish.chosen, facet: (*wish.of(facet), code)}
            wish = replace(wish, chosen=chosen)
    return wish


@given(
    st.lists(st.sampled_from(CLICKS), unique=True).flatmap(
        lambda clicks: st.tuples(st.just(clicks), st.permutations(clicks))
    )
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_same_clicks_in_any_order_find_the_same(directory, both):
    first, second = (find(clicked(clicks), "en") for clicks in both)

    assert list(first.groups) == list(second.groups)
    assert first.facets == second.facets
    assert (first.services, first.open_now) == (second.services, second.open_now)


def test_without_takes_out_one_facet_and_keeps_the_rest():
    wish = Wish("debt", {Scheme.AREA: ("harju",), Scheme.TIER: ("near",)}, True)

    assert wish.without(Scheme.AREA) == Wish("debt", {Scheme.TIER: ("near",)}, True)
    assert wish.of(Scheme.AREA) == ("harju",)
    assert wish.of(Scheme.THEME) == ()
