import pytest
from playhouse.test_utils import count_queries

from portal.search.actions import forget_kind, index_many, learn, replace
from portal.search.models import Entry, PostingBlock, Word
from portal.search.places import BLOCK_SIZE
from portal.search.upkeep import spread
from tests.factories import make_concept
from tests.search.things import blocks, known_words, order, postings, put, thing

LANGUAGES = ["en", "fi", "sv"]


def entries(kind="thing"):
    return sorted(
        (row.item_id, row.language, row.slug, row.title)
        for row in Entry.select().where(Entry.kind == kind)
    )


def test_index_keeps_what_a_thing_is_called_and_where_its_words_stand():
    put(thing(1, "Rent", "Help with the debts."))

    assert entries() == [(1, "en", "slug-1", "Rent")]
    assert set(postings()) == {("rent", "en", 1), ("help", "en", 1), ("debt", "en", 1)}


def test_index_anew_forgets_the_old_words():
    put(thing(1, "Rent", "Help"), thing(2, "Rent"))

    put(thing(1, "Debt", "Advice"))

    assert set(postings()) == {("debt", "en", 1), ("advic", "en", 1), ("rent", "en", 2)}
    assert entries() == [(1, "en", "slug-1", "Debt"), (2, "en", "slug-2", "Rent")]


def test_index_anew_forgets_the_languages_that_are_gone():
    put(*(thing(1, "Hotel", language=code) for code in LANGUAGES))

    put(thing(1, "Hostel", language="sv"))

    assert set(postings()) == {("hostel", "sv", 1)}
    assert entries() == [(1, "sv", "slug-1", "Hostel")]


def test_several_things_at_once_are_as_one_by_one():
    drafts = [
        thing(number, f"Rent number{number}", "Debt and debts", terms=[(7, number)])
        for number in (1, 2, BLOCK_SIZE - 1, BLOCK_SIZE, 5 * BLOCK_SIZE)
    ]
    put(*drafts)
    for draft in drafts:
        put(draft, kind="other")

    assert postings() == postings("other") != {}
    assert entries() == entries("other")
    assert known_words() == known_words("other")


def test_indexing_the_same_again_changes_no_row():
    draft = thing(1, "Rent", "Help with debts", terms=[(3, 20)])
    put(draft)
    before = blocks()

    put(draft)

    assert blocks() == before


def test_index_of_nothing_writes_nothing():
    index_many("thing", [])

    assert (entries(), blocks(), known_words()) == ([], [], [])


def test_thing_without_a_word_is_kept_by_its_name():
    put(thing(1, "?!"), thing(2, "the"))

    assert entries() == [(1, "en", "slug-1", "?!"), (2, "en", "slug-2", "the")]
    assert postings() == {}

    put(thing(1, "Rent"))
    assert set(postings()) == {("rent", "en", 1)}


def test_replace_takes_out_one_language_and_then_the_rest():
    put(*(thing(1, "Hotel", language=code) for code in LANGUAGES))

    replace("thing", 1, [thing(1, "Hotel", language=code) for code in ("en", "fi")])
    left = [language for _id, language, _slug, _title in entries()], set(postings())
    replace("thing", 1, [])

    assert left == (["en", "fi"], {("hotel", "en", 1), ("hotel", "fi", 1)})
    assert (entries(), blocks()) == ([], [])


def test_replace_leaves_other_things_and_other_kinds():
    put(thing(1, "Hotel"), thing(2, "Hotel"))
    put(thing(1, "Hotel"), kind="other")

    replace("thing", 1, [])

    assert set(postings()) == {("hotel", "en", 2)}
    assert set(postings("other")) == {("hotel", "en", 1)}


def test_forget_kind_empties_that_kind_alone():
    put(thing(1, "Hotel"))
    put(thing(1, "Hotel"), kind="other")

    forget_kind("thing")

    for model in (Entry, PostingBlock, Word):
        assert {row.kind for row in model.select(model.kind)} == {"other"}


@pytest.mark.parametrize("change", ["index", "take out"])
def test_concept_told_of_since_goes_with_the_words_that_speak_of_it(change):
    put(thing(1, "Rent"), thing(2, "Rent"))
    make_concept("rent", "arrears", code="rent")
    spread("thing", ["rent"])

    if change == "index":
        put(thing(1, "Music"))
    else:
        replace("thing", 1, [])

    assert sorted(where for where in postings() if where[0] == "#rent") == [
        ("#rent", "", 2)
    ]
    assert order("arrears") == [2]


def test_words_are_learnt_as_they_were_written_first_and_kept():
    put(thing(1, "Evicted"))
    put(thing(2, "Evictions"))
    replace("thing", 1, [])

    assert known_words() == [("en", "evict", "evicted")]


def test_learning_a_known_word_again_changes_nothing():
    learn("thing", {("rent", "en"): "rents", ("rent", "fi"): "rent"})

    learn("thing", {("rent", "en"): "rental", ("home", "en"): "homes"})

    assert known_words() == [
        ("en", "home", "homes"),
        ("en", "rent", "rents"),
        ("fi", "rent", "rent"),
    ]


def test_twenty_things_are_indexed_in_as_many_statements_as_two():
    """The version of the titles and that of the phrases; the old entries and the new
    ones; the blocks there were and will be; the words known, the new ones and their
    version; the version of the things."""
    asked = []
    for number in (2, 20):
        drafts = [thing(n, f"Word{n}", "Rent") for n in range(number)]
        with count_queries() as counted:
            put(*drafts, kind=f"kind{number}")
        asked.append(counted.count)

    assert asked == [10, 10]
