from portal.directory.actions import Draft, DraftText, store
from portal.directory.models import Origin, TextState
from portal.directory.queries.finding import Wish, find, suggestions
from portal.directory.queries.listing import groups
from portal.vocabulary.models import Scheme
from tests.factories import make_service


def titles(found, language="en"):
    """The names of what is found, group by group."""
    return [
        [row.name for row in (group.best, *group.twins)]
        for group in groups(found.groups, language)
    ]


def counts(found, facet):
    return {choice.code: choice.count for choice in found.facets[facet]}


def wish(question="", **chosen):
    return Wish(
        question, {Scheme(name): tuple(codes.split()) for name, codes in chosen.items()}
    )


def test_find_without_wish_finds_all_by_title():
    make_service("Öl")
    make_service("bread")
    make_service("Apple")

    found = find(wish(), "en")

    assert titles(found) == [["Apple"], ["bread"], ["Öl"]]
    assert found.services == 3


def test_find_puts_the_title_in_the_language_of_the_page_in_order():
    make_service(texts={"fi": DraftText("Aamu"), "en": DraftText("Zebra")})
    make_service(texts={"fi": DraftText("Metsä")})

    assert titles(find(wish(), "en"), "en") == [["Metsä"], ["Zebra"]]
    assert titles(find(wish(), "fi"), "fi") == [["Aamu"], ["Metsä"]]


def test_find_puts_the_regions_own_service_before_a_template_as_good():
    make_service("Debt advice", origin=Origin.NATIONAL_DESCRIPTION, twin_key="a")
    make_service("Debt advice here")

    assert titles(find(wish(), "en")) == [["Debt advice here"], ["Debt advice"]]
    assert titles(find(wish("debt"), "en")) == [["Debt advice here"], ["Debt advice"]]


def test_find_groups_twins_under_one_title_and_counts_each():
    make_service("Day care", "group:children", twin_key="care")
    make_service("Respite", twin_key="other")
    make_service("Day care, older", "group:older-people", twin_key="care")

    found = find(wish(), "en")

    assert titles(found) == [["Day care", "Day care, older"], ["Respite"]]
    assert found.services == 3
    assert counts(found, Scheme.GROUP) == {"children": 1, "older-people": 1}


def test_find_lists_the_better_twin_first():
    make_service("Advice on housing", twin_key="same")
    make_service(
        "Money", twin_key="same", texts={"en": DraftText("Money", "Housing too")}
    )

    assert titles(find(wish("money"), "en")) == [["Money"]]
    assert titles(find(wish("housing"), "en")) == [["Advice on housing", "Money"]]


def test_several_values_of_a_facet_widen_and_two_facets_narrow():
    make_service("A", "theme:money tier:near")
    make_service("B", "theme:home tier:near")
    make_service("C", "theme:home tier:remote")
    make_service("D", "theme:work tier:near")

    assert titles(find(wish(theme="money home"), "en")) == [["A"], ["B"], ["C"]]
    assert titles(find(wish(theme="money home", tier="near"), "en")) == [["A"], ["B"]]


def test_counts_of_a_facet_leave_its_own_choices_out():
    make_service("A", "theme:money tier:near")
    make_service("B", "theme:home tier:near")
    make_service("C", "theme:home tier:remote")

    found = find(wish(theme="money"), "en")

    assert counts(found, Scheme.THEME) == {"money": 1, "home": 2}
    assert counts(found, Scheme.TIER) == {"near": 1}
    assert [c.code for c in found.facets[Scheme.THEME] if c.chosen] == ["money"]


def test_choice_that_finds_nothing_is_offered_only_when_it_is_chosen():
    make_service("A", "theme:money tier:near")
    make_service("B", "theme:home tier:remote")

    found = find(wish(theme="money", tier="remote"), "en")

    assert titles(found) == []
    assert counts(found, Scheme.THEME) == {"money": 0, "home": 1}
    assert counts(found, Scheme.TIER) == {"near": 1, "remote": 0}


def test_what_is_for_the_whole_county_counts_for_every_municipality():
    make_service("Everywhere", "area:county")
    make_service("Here", "area:harju")
    make_service("Nowhere said")

    found = find(wish(area="harju"), "en")

    assert titles(found) == [["Everywhere"], ["Here"]]
    assert counts(found, Scheme.AREA) == {
        "county": 1,
        "kaarnaranta": 1,
        "harju": 2,
        "koskela": 1,
        "saarela": 1,
        "metsapelto": 1,
        "niemi": 1,
        "rautasuo": 1,
        "myllylahti": 1,
    }


def test_counts_are_of_what_the_words_find():
    make_service("Debt advice", "theme:money")
    make_service("Debt court", "theme:work")
    make_service("Swimming", "theme:work")

    found = find(wish("debt"), "en")

    assert counts(found, Scheme.THEME) == {"money": 1, "work": 1}


def test_find_sees_a_service_stored_after_the_last_look():
    make_service("First")
    before = titles(find(wish(), "en"))

    make_service("Second")

    assert before == [["First"]]
    assert titles(find(wish(), "en")) == [["First"], ["Second"]]


def test_drafts_and_archived_services_are_never_found():
    for state in (TextState.DRAFT, TextState.REVIEW, TextState.ARCHIVED):
        make_service(
            "Hidden",
            "theme:money",
            texts={"en": DraftText("Hidden words", "Debt", state=state)},
        )

    for asked in (wish(), wish("hidden"), wish("debt"), wish(theme="money")):
        assert titles(find(asked, "en")) == []
    assert counts(find(wish(), "en"), Scheme.THEME) == {}
    assert suggestions("hidden", "en") == []


def test_service_taken_back_to_a_draft_is_found_no_more():
    service = make_service("Debt advice", "theme:money")
    before = titles(find(wish("debt"), "en"))

    text = DraftText("Debt advice", state=TextState.DRAFT)
    store(Draft(origin=Origin.REGION, texts={"en": text}, twin_key="a"), service)

    assert before == [["Debt advice"]]
    assert titles(find(wish("debt"), "en")) == titles(find(wish(), "en")) == []


def test_draft_in_one_language_is_found_by_its_published_ones():
    make_service(
        texts={
            "fi": DraftText("Velkaneuvonta"),
            "en": DraftText("Debt advice", state=TextState.DRAFT),
        }
    )

    assert titles(find(wish("velkaneuvonta"), "en")) == [["Velkaneuvonta"]]
    assert titles(find(wish("debt"), "en")) == []
