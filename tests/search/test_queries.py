from playhouse.test_utils import count_queries

from portal.search.queries import ranked
from tests.search.things import order, put, thing


def test_finds_inflected_words_in_three_languages_at_once():
    put(
        thing(1, "Neuvontaa vuokran maksamiseen", language="fi"),
        thing(2, "Stöd för skulderna", language="sv"),
        thing(3, "Help against evictions"),
    )

    assert order("vuokra") == [1]
    assert order("skuld") == [2]
    assert order("eviction") == [3]
    assert sorted(order("vuokraan skulder evicted")) == [1, 2, 3]


def test_word_of_another_language_than_the_text_is_looked_up_in_every_language():
    put(thing(1, "Hotellit", language="fi"), thing(2, "Hotell", language="sv"))

    assert sorted(order("hotelli hotellet")) == [1, 2]


def test_title_comes_before_text():
    put(
        thing(1, "Money", "Somebody who has lost a home."),
        thing(2, "Home", "Somebody who has lost money."),
    )

    assert order("home") == [2, 1]
    assert order("money") == [1, 2]


def test_what_holds_all_words_comes_before_what_holds_one():
    put(thing(1, "Debt"), thing(2, "Advice on debt"), thing(3, "Advice"))

    assert order("debt advice")[0] == 2
    assert sorted(order("debt advice")) == [1, 2, 3]


def test_rare_word_comes_before_a_common_one():
    put(
        thing(1, "Common thing"),
        thing(2, "Common matter"),
        thing(3, "Rare stuff"),
        *(thing(number, "Common stuff") for number in range(4, 9)),
    )

    assert order("common rare")[0] == 3


def test_as_good_ones_stand_by_id():
    put(*(thing(number, "Rent") for number in (5000, 3, 1024, 1)))

    assert order("rent") == [1, 3, 1024, 5000]
    assert len(set(ranked("thing", "rent").scores)) == 1


def test_scores_go_down():
    put(thing(1, "Money", "Rent"), thing(2, "Rent"), thing(3, "Rent and money"))

    scores = ranked("thing", "rent").scores

    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0


def test_compound_is_found_by_its_parts_after_the_whole_word(analyser):
    analyser("voikko")
    put(
        thing(1, "Velkaneuvonta", language="fi"),
        thing(2, "Velka", language="fi"),
        thing(3, "Asuntovelka", language="fi"),
        thing(4, "Musiikki", language="fi"),
    )

    assert order("velka")[0] == 2
    assert sorted(order("velka")) == [1, 2, 3]
    assert order("velkaneuvontaa")[0] == 1


def test_compound_written_apart_or_in_parts_is_found(analyser):
    analyser("voikko")
    put(
        thing(1, "Perustoimeentulotuki", language="fi"),
        thing(2, "Kuntoutus päihteistä", language="fi"),
        thing(3, "Musiikki", language="fi"),
    )

    assert order("perus toimeentulotuki") == [1]
    assert order("päihdekuntoutus")[0] == 2


def test_beginning_of_an_unfinished_question_is_enough():
    put(thing(1, "Rental"), thing(2, "Debt advice"), thing(3, "Debt court"))

    assert order("re") == []
    assert order("re", unfinished=True) == [1]
    assert order("debt adv", unfinished=True)[0] == 2
    assert order("adv debt", unfinished=True) == order("adv debt")


def test_misspelt_word_finds_what_was_meant_and_says_so():
    put(thing(1, "Budget"), thing(2, "Debt advice"), thing(3, "Music"))

    found = ranked("thing", "budgat advice")

    assert sorted(found.ids) == [1, 2]
    assert found.meant == "budget advice"
    assert ranked("thing", "budget advice").meant == ""


def test_word_without_its_dots_is_found():
    put(thing(1, "Päihdehuolto", language="fi"), thing(2, "Boende", language="sv"))

    found = ranked("thing", "paihdehuolto")

    assert (found.ids, found.meant) == ([1], "päihdehuolto")


def test_understands_a_whole_sentence():
    put(thing(1, "Rent", "Help to pay it."), thing(2, "Music", "To play in a band."))

    assert order("I can’t pay my rent, what should I do?") == [1]


def test_sure_of_what_holds_all_that_was_asked_and_not_of_one_weak_hit():
    put(
        thing(1, "Eviction", "Help with your rent."),
        thing(2, "Swimming", "For anybody on some far journey.", weight=2),
        *(thing(number, f"Other{number} matter") for number in range(3, 30)),
    )

    assert ranked("thing", "eviction").sure
    assert not ranked("thing", "xyzzy journey blorp qwerty").sure
    assert ranked("thing", "xyzzy journey blorp qwerty").ids == [2]
    assert not ranked("thing", "xyzzy").sure


def test_finds_nothing_for_nothing():
    put(thing(1, "Rent"))

    for kind, question in [
        ("thing", ""),
        ("thing", " ?! 😀 "),
        ("thing", "xyzzy"),
        ("other", "rent"),
    ]:
        assert ranked(kind, question).ids == []


def test_signs_of_patterns_are_no_patterns():
    put(thing(1, "Rental"))

    for question in ("%ental", "re*tal", "re_tal", "ren?al", "@1", "' OR 1=1"):
        assert order(question) == []
    assert order("rental%") == [1]


def test_reads_the_first_two_hundred_characters_of_a_question():
    put(thing(1, "Rent"))

    assert order("x" * 195 + " rent") == [1]
    assert order("x" * 200 + " rent") == []


def test_question_is_answered_in_three_statements_however_much_there_is(app):
    """The versions of the words and of the phrases; where the words stand."""
    asked = []
    for many in (1, 30):
        put(*(thing(number, f"Rent {number}") for number in range(many)))
        ranked("thing", "rent for home")
        with app.test_request_context("/en/"), count_queries() as counted:
            ranked("thing", "rent for home")
        asked.append(counted.count)

    assert asked == [3, 3]
