import pytest
from hypothesis import given
from hypothesis import strategies as st
from playhouse.test_utils import count_queries

from portal.search.places import (
    BLOCK_BITS,
    BLOCK_SIZE,
    BYTES_EACH,
    HEAVIEST,
    after_last,
    best,
    in_parts,
    packed,
    read,
    unpacked,
    write,
)
from tests.search.things import blocks, postings

BLOCK = st.dictionaries(st.integers(0, BLOCK_SIZE - 1), st.integers(1, HEAVIEST))
LAST, NEXT, FAR = BLOCK_SIZE - 1, BLOCK_SIZE, 4 * BLOCK_SIZE + 904
ACROSS = {1: 10, LAST: 20, NEXT: 30, FAR: 255}
RENT, HOME = ("rent", "en"), ("home", "en")


def found(key, kind="thing"):
    return weights_in(read(kind, [key]).get(key, []))


def weights_in(places):
    return {
        (block << BLOCK_BITS) + offset: weight
        for block, held in places
        for offset, weight in unpacked(held).items()
    }


@pytest.mark.no_database
@given(BLOCK)
def test_block_comes_back_as_it_was_packed(block):
    places = packed(block)

    assert unpacked(places) == block
    assert len(places) == BYTES_EACH * len(block)
    assert list(unpacked(places)) == sorted(block)


@pytest.mark.no_database
def test_packed_block_takes_no_weight_over_the_heaviest():
    assert unpacked(packed({7: 1000})) == {7: HEAVIEST}


def test_places_are_read_across_blocks():
    write("thing", {RENT: dict(reversed(ACROSS.items()))})

    assert found(RENT) == ACROSS
    assert [row[3] for row in blocks()] == [0, 1, 4]


def test_best_is_the_heaviest_of_several_words_by_their_shares():
    write("thing", {RENT: ACROSS, HOME: {2: 100, NEXT: 100}})
    places = read("thing", [RENT, HOME])

    weights = best([(places[RENT], 1), (places[HOME], 0.5)], FAR + 1)

    assert after_last(places.values()) == FAR + 1
    assert {id_: weights[id_] for id_ in weights.nonzero()[0].tolist()} == {
        1: 10,
        2: 50,
        LAST: 20,
        NEXT: 50,
        FAR: 255,
    }


@pytest.mark.no_database
def test_best_of_nothing_is_no_weight():
    assert best([], 3).tolist() == best([([], 1)], 3).tolist() == [0, 0, 0]


def test_write_changes_what_it_is_told_and_leaves_the_rest():
    write("thing", {RENT: ACROSS, HOME: {1: 5}})

    write("thing", {RENT: {1: 11, 2: 12, NEXT: 0}})

    assert found(RENT) == {1: 11, 2: 12, LAST: 20, FAR: 255}
    assert found(HOME) == {1: 5}


def test_weight_of_nothing_takes_a_word_out_and_an_empty_block_away():
    write("thing", {RENT: ACROSS})

    write("thing", {RENT: {NEXT: 0}})
    after_one = [row[3] for row in blocks()]
    write("thing", {RENT: dict.fromkeys(ACROSS, 0)})

    assert after_one == [0, 4]
    assert blocks() == []
    assert read("thing", [RENT]) == {}


def test_taking_out_what_is_not_there_writes_nothing():
    write("thing", {RENT: {1: 0, FAR: 0}})

    assert blocks() == []


def test_languages_and_kinds_stand_apart():
    write("thing", {("men", "en"): {1: 10}, ("men", "sv"): {2: 20}})
    write("other", {("men", "en"): {3: 30}})

    assert found(("men", "en")) == {1: 10}
    assert found(("men", "sv")) == {2: 20}
    assert found(("men", "fi")) == {}
    assert found(("men", "en"), "other") == {3: 30}

    write("thing", {("men", "en"): {1: 0, 2: 0}})
    assert postings() == {("men", "sv", 2): 20}


def test_many_words_are_written_and_read_in_a_few_statements():
    """Reading, 900 words by 400; writing as many: the old blocks and the new."""
    keys = [(f"word{number}", "en") for number in range(900)]

    with count_queries() as written:
        write("thing", {key: {number: 7} for number, key in enumerate(keys)})
    with count_queries() as asked:
        places = read("thing", keys)

    assert (written.count, asked.count) == (6, 3)
    assert [weights_in(places[key]) for key in keys] == [{n: 7} for n in range(900)]


@pytest.mark.no_database
@given(st.lists(st.integers()), st.integers(1, 9))
def test_parts_put_together_are_the_whole(things, size):
    parts = list(in_parts(things, size))

    assert [one for part in parts for one in part] == things
    assert all(0 < len(part) <= size for part in parts)
    assert len(parts) == -(-len(things) // size)


@given(
    st.lists(
        st.tuples(st.integers(1, 3 * BLOCK_SIZE), st.integers(0, HEAVIEST)), max_size=9
    )
)
def test_words_written_one_by_one_stand_as_when_written_at_once(changes):
    kinds = ["once", "one by one"]
    for kind in kinds:
        write(kind, {RENT: dict.fromkeys(dict(changes), 0)})

    write("once", {RENT: dict(changes)})
    for item_id, weight in changes:
        write("one by one", {RENT: {item_id: weight}})

    wanted = {item_id: weight for item_id, weight in dict(changes).items() if weight}
    assert [found(RENT, kind) for kind in kinds] == [wanted, wanted]
    for kind in kinds:
        write(kind, {RENT: dict.fromkeys(dict(changes), 0)})
