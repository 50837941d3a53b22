from playhouse.test_utils import count_queries

from portal.db import bump
from portal.vocabulary import queries
from portal.vocabulary.actions import ConceptDraft, set_concept, store_concept
from portal.vocabulary.queries import CONCEPTS, Concept, concepts, vocabulary
from tests.factories import make_concept


def test_concepts_hold_their_words_in_order_and_their_terms():
    money = vocabulary().of("theme")["money"].id
    draft = ConceptDraft(
        {"en": ["rent debt", "arrears"], "fi": ["vuokravelka"], "sv": []},
        {"en": ["skint"]},
        [money],
    )
    code = store_concept("", draft)

    assert concepts() == (
        Concept(
            code,
            (money,),
            {"en": ("rent debt", "arrears"), "fi": ("vuokravelka",)},
            {"en": ("skint",)},
        ),
    )
    assert concepts()[0].every == {
        "en": ("rent debt", "arrears", "skint"),
        "fi": ("vuokravelka",),
    }


def test_concepts_are_kept_until_one_changes():
    make_concept("one")
    first = concepts()

    again = concepts()
    make_concept("two")

    assert again is first
    assert [one.code for one in concepts()] == ["one", "two"]


def test_concepts_ask_as_much_for_three_as_for_one():
    make_concept("one")
    bump(CONCEPTS)
    with count_queries() as one:
        concepts()
    make_concept("two")
    make_concept("three", hidden="four", terms="theme:money")
    bump(CONCEPTS)
    with count_queries() as three:
        concepts()

    # Their version, the concepts, what they lead to, their terms, their words.
    assert (one.count, three.count) == (5, 5)


def test_removed_concepts_are_not_in_use():
    make_concept("stays")
    code = make_concept("goes")
    set_concept(code, wanted=False)

    assert [one.code for one in concepts()] == ["stays"]
    assert [one.words for one in queries.removed_concepts()] == [{"en": ("goes",)}]
    assert queries.concept(code).removed


def test_name_is_the_first_word_of_the_language_or_of_another():
    code = make_concept("rent debt", "arrears", hidden="skint")
    hidden_only = store_concept("", ConceptDraft({}, {"sv": ["pank"]}))

    assert queries.concept(code).name("en") == ("rent debt", "en")
    assert queries.concept(code).name("fi") == ("rent debt", "en")
    assert queries.concept(hidden_only).name("fi") == ("pank", "sv")


def test_state_tells_whether_anything_differs():
    code = make_concept("rent debt")
    before = queries.concept(code).state
    store_concept(code, ConceptDraft({"en": ["rent debt"]}))
    same = queries.concept(code).state
    store_concept(code, ConceptDraft({}, {"en": ["rent debt"]}))
    hidden = queries.concept(code).state

    assert before == same
    assert hidden != before


def test_holding_finds_letters_of_any_phrase_hidden_ones_too():
    make_concept("Rent debt", hidden="skint")
    make_concept("arrears of rent")
    make_concept("a parent")
    make_concept("hunger")

    def found(letters):
        return [one.name("en")[0] for one in queries.holding(letters, "en")]

    assert found("RENT") == ["arrears of rent", "Rent debt", "a parent"]
    assert found("ski") == ["Rent debt"]
    assert found("") == ["a parent", "arrears of rent", "hunger", "Rent debt"]
    assert found("x") == []
