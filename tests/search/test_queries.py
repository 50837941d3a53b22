from portal.links.actions import join
from portal.search.actions import forget, forget_all, index
from portal.search.models import Entry, Posting
from portal.search.queries import Name, names, ranked, related

TITLE, TEXT = 12, 4


def put(item_id, title, text="", *, language="en", kind="thing"):
    index(
        kind,
        item_id,
        language,
        slug=f"slug-{item_id}",
        title=title,
        texts=[(TITLE, title), (TEXT, text)],
    )


def order(question, language="en", kind="thing"):
    scores = ranked(kind, question, language)
    return sorted(scores, key=lambda item_id: (-scores[item_id], item_id))


def test_search_finds_inflected_words_in_three_languages_at_once():
    put(1, "Neuvontaa vuokran maksamiseen", language="fi")
    put(2, "Stöd för skulderna", language="sv")
    put(3, "Help against evictions", language="en")

    assert order("vuokra") == [1]
    assert order("skuld") == [2]
    assert order("eviction") == [3]
    assert order("vuokraa skulder evicted") == [3, 1, 2]


def test_search_ranks_a_hit_in_the_title_first():
    put(1, "Money", "Somebody who has lost a home.")
    put(2, "A home", "Somebody who has lost money.")

    assert order("home") == [2, 1]
    assert order("money") == [1, 2]


def test_search_ranks_what_holds_all_words_before_what_holds_one():
    put(1, "Debt")
    put(2, "Money", "Advice on debt.")
    put(3, "Advice")

    assert order("debt advice") == [2, 1, 3]


def test_search_ranks_a_rare_word_before_a_common_one():
    put(1, "Common thing")
    put(2, "Common matter")
    put(3, "Rare stuff")
    put(4, "Common stuff")

    assert order("common rare") == [3, 1, 2, 4]


def test_search_finds_the_beginning_of_a_compound_after_the_whole_word():
    put(1, "Velkaneuvonta", language="fi")
    put(2, "Velka", language="fi")
    put(3, "Asuntovelka", language="fi")

    assert order("velka", language="fi") == [2, 1]


def test_search_takes_no_beginning_shorter_than_four_letters():
    put(1, "Velkaneuvonta", language="fi")
    put(2, "Vel", language="fi")

    assert order("vel") == [2]
    assert order("velk") == [1]


def test_search_understands_a_whole_sentence():
    put(1, "Rent", "Help to pay it.")
    put(2, "Music", "To play in a band.")

    assert order("I can’t pay my rent, what should I do?") == [1]


def test_search_ranks_the_language_of_the_page_before_another():
    put(1, "Hotel", language="fi")
    put(2, "Hotel", language="sv")
    put(3, "Hotel", language="en")

    assert order("hotel", language="sv") == [2, 1, 3]
    assert order("hotel", language="en") == [3, 1, 2]


def test_search_finds_nothing_for_nothing():
    put(1, "Rent")

    assert ranked("thing", "", "en") == {}
    assert ranked("thing", " ?! 😀 ", "en") == {}
    assert ranked("thing", "xyzzy", "en") == {}
    assert ranked("other", "rent", "en") == {}


def test_search_takes_signs_of_patterns_as_no_pattern():
    put(1, "Rental")

    assert order("%ental") == []
    assert order("re*tal") == []
    assert order("re_tal") == []
    assert order("ren?al") == []
    assert order("rent%") == [1]


def test_search_reads_the_first_two_hundred_characters_of_a_question():
    put(1, "Rent")

    assert order("x" * 195 + " rent") == [1]
    assert order("x" * 200 + " rent") == []


def test_index_of_a_thing_again_forgets_its_old_words():
    put(1, "Rent")

    put(1, "Debt")

    assert (order("rent"), order("debt")) == ([], [1])
    assert (Entry.select().count(), Posting.select().count()) == (1, 1)


def test_index_takes_a_word_by_its_heaviest_place():
    put(1, "Rent", "Rent, rent and rents.")

    assert [(row.word, row.weight) for row in Posting.select()] == [("rent", TITLE)]


def test_forget_takes_out_one_language_and_forget_all_the_rest():
    for language in ("fi", "sv", "en"):
        put(1, "Hotel", language=language)

    forget("thing", 1, "sv")
    left = sorted(entry.language for entry in Entry.select())
    forget_all("thing", 1)

    assert left == ["en", "fi"]
    assert (Entry.select().count(), Posting.select().count()) == (0, 0)


def test_names_tell_the_language_they_are_in():
    put(1, "Koti", language="fi")
    put(1, "Home", language="en")
    put(2, "Hem", language="sv")

    assert names("thing", [1, 2, 3], "en") == {
        1: Name(1, "en", "slug-1", "Home"),
        2: Name(2, "sv", "slug-2", "Hem"),
    }
    assert names("thing", [1], "sv") == {1: Name(1, "fi", "slug-1", "Koti")}


def test_related_stand_in_the_order_of_their_titles():
    put(1, "banana", kind="fruit")
    put(2, "Apple", kind="fruit")
    put(3, "Cherry", kind="fruit")
    join("tree", 7, "fruit", 1)
    join("fruit", 2, "tree", 7)
    join("tree", 7, "fruit", 2)

    found = related("tree", 7, ("fruit", "animal"), "en")

    titles = {kind: [name.title for name in names] for kind, names in found.items()}
    assert titles == {"fruit": ["Apple", "banana"], "animal": []}
