from tests.search.things import postings, put, thing


def weight(word, item_id=1, language="en"):
    return postings().get((word, language, item_id), 0)


def test_word_weighs_more_in_a_title_than_in_a_text_and_more_when_repeated():
    put(
        thing(1, "Rent", "Home"),
        thing(2, "Money", "Rent"),
        thing(3, "Money", "Rent and rents"),
        thing(4, "Money", "Rent for the whole of this tall house"),
    )

    assert weight("rent", 1) > weight("rent", 3) > weight("rent", 2) > 0
    assert weight("rent", 4) == weight("rent", 2)


def test_word_of_a_text_repeated_without_end_weighs_less_than_a_title():
    put(thing(1, "Rent"), thing(2, "Money", "rent " * 900))

    assert weight("rent", 1) > weight("rent", 2)


def test_word_of_a_long_title_weighs_less_and_more_than_one_of_a_text():
    long = "Rent money home debt work school health children"
    put(thing(1, "Rent"), thing(2, long), thing(3, "Money", "Rent", weight=40))

    assert weight("rent", 1) > weight("rent", 2) > weight("rent", 3)


def test_word_weighs_as_in_the_heaviest_text_it_stands_in():
    put(thing(1, "Rent", "Rent"), thing(2, "Rent rent"))

    assert weight("rent", 1) == weight("rent", 2)


def test_term_stands_where_it_belongs_with_its_weight():
    put(thing(1, "Rent", terms=[(31, 48), (32, 7)]))

    assert (weight("@31", language=""), weight("@32", language="")) == (48, 7)
