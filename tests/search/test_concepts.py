import pytest

from portal.search.concepts import phrases, weight_of
from portal.search.queries import ranked
from portal.vocabulary.actions import ConceptDraft, set_concept, store_concept
from portal.vocabulary.queries import vocabulary
from tests.factories import make_concept
from tests.search.things import TITLE, order, postings, put, thing

EVICTION = ConceptDraft(
    {
        "en": ["eviction", "lose my home"],
        "fi": ["häätö", "vuokra maksamatta"],
        "sv": ["vräkning"],
    },
    {"sv": ["vräkt"]},
)


def speaking(code, kind="thing"):
    """The things that speak of a concept, with how much."""
    return {
        item_id: weight
        for (word, _language, item_id), weight in postings(kind).items()
        if word == f"#{code}"
    }


@pytest.mark.no_database
def test_phrase_weighs_as_the_lightest_of_its_words():
    assert weight_of((("rent",),), {"rent": 3}) == 3
    assert weight_of((("rent",), ("late",)), {"rent": 90, "late": 40}) == 40
    assert weight_of((("rent", "rental"),), {"rent": 3, "rental": 8}) == 8
    assert weight_of((("rent",), ("late",)), {"rent": 90}) == 0
    assert weight_of((("rent",), ("late",)), {"rent": 90, "late": 1}) == 0


def test_text_speaks_of_a_concept_in_any_of_its_languages():
    store_concept("eviction", EVICTION)

    put(
        thing(1, "Evictions"),
        thing(1, "Häädöt", language="fi"),
        thing(2, "Vräkningen", language="sv"),
        thing(3, "Music"),
        thing(4, "Eviction", language="sv"),
    )

    assert speaking("eviction") == {1: TITLE, 2: TITLE}


def test_text_speaks_of_a_phrase_when_it_holds_all_its_words_in_weighty_places():
    store_concept("eviction", EVICTION)

    put(
        thing(1, "Lose a home"),
        thing(2, "Lose a match"),
        thing(3, "Home"),
        thing(4, "Home", "What you lose", weight=1),
    )

    assert set(speaking("eviction")) == {1}


def test_question_finds_a_concept_across_languages():
    store_concept("eviction", EVICTION)
    put(
        thing(1, "Asumisneuvonta", "Häätö uhkaa", language="fi"),
        thing(2, "Boende", "Vräkning", language="sv"),
        thing(3, "Swimming hall"),
    )

    for question in ("eviction", "vräkning", "häädön", "I may lose my home", "vräkt"):
        assert set(order(question)) == {1, 2}


def test_question_of_a_part_of_a_phrase_is_not_of_the_concept():
    store_concept("eviction", EVICTION)
    put(thing(1, "Eviction"), thing(2, "Home"))

    assert order("home") == [2]


def test_misspelt_word_of_a_concept_finds_it_though_no_thing_holds_the_word():
    make_concept("landlord trouble", "eviction", code="eviction")
    put(thing(1, "Landlord trouble"), thing(2, "Music"))

    found = ranked("thing", "evicton")

    assert (found.ids, found.meant) == ([1], "")


def test_concept_leads_to_the_concepts_that_help_the_nearest_first():
    make_concept("debt advice", code="debt-advice")
    make_concept("food aid", code="food-aid")
    words = {"en": ["skint"]}
    leads = ["debt-advice", "food-aid"]
    store_concept("no-money", ConceptDraft(words, leads=leads))
    put(thing(1, "Food aid"), thing(2, "Debt advice"), thing(3, "Music"))

    assert order("skint") == [2, 1]

    store_concept("no-money", ConceptDraft(words, leads=leads[::-1]))
    assert order("skint") == [1, 2]


def test_things_that_have_the_term_of_a_concept_come_before_those_that_have_not():
    home = vocabulary().of("theme")["home"].id
    make_concept("eviction", code="eviction", terms="theme:home")
    put(
        thing(1, "Eviction"),
        thing(2, "Eviction", terms=[(home, 40)]),
        thing(3, "Music", terms=[(home, 40)]),
    )

    assert order("eviction")[:2] == [2, 1]


def test_removed_concept_is_asked_for_no_more_and_again_when_it_is_back():
    store_concept("eviction", EVICTION)
    put(thing(1, "Häätö", language="fi"))
    found = [order("eviction")]

    set_concept("eviction", wanted=False)
    found.append(order("eviction"))
    set_concept("eviction", wanted=True)
    found.append(order("eviction"))

    assert found == [[1], [], [1]]


def test_phrases_are_read_anew_when_a_concept_changes():
    store_concept("eviction", EVICTION)
    before = phrases()
    same = phrases()

    store_concept("eviction", ConceptDraft({"en": ["vacating"]}))
    after = phrases()

    assert same is before
    assert before.knows("evict", "en")
    assert not after.knows("evict", "en")
    assert after.knows("vacat", "en")


def test_phrases_of_a_concept_stand_by_language():
    store_concept("eviction", EVICTION)

    known = phrases()

    assert sorted(known.of("eviction", "en")) == [
        (("evict",),),
        (("lose",), ("home",)),
    ]
    assert known.of("eviction", "fi") != []
    assert known.of("other", "en") == []
