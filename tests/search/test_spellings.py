import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from portal.search.spellings import ALIKE, MOST_MEANT, SHORTEST_MISSPELT, spellings

pytestmark = pytest.mark.no_database
WORD = st.text("abåä", min_size=1, max_size=14)


def of(*words):
    return spellings((word, word) for word in words)


def test_meant_is_the_word_without_its_dots():
    known = of("päihde", "paihde", "vuokra")

    assert known.meant("paihde") == [("paihde", 1.0), ("päihde", 1.0)]
    assert known.meant("pâihde") == [("paihde", 1.0), ("päihde", 1.0)]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("evicton", ["eviction"]),
        ("evcition", ["eviction"]),
        ("evictionn", ["eviction"]),
        ("evixtion", ["eviction"]),
        ("elephant", []),
        ("rant", []),
    ],
)
def test_meant_forgives_a_slip_in_a_word_that_is_not_short(written, found):
    known = of("eviction", "rent", "music")

    assert [word for word, _like in known.meant(written)] == found


def test_meant_puts_the_likest_first():
    known = of("evictions", "evictionist")

    (first, like), (second, less) = known.meant("evictionss")

    assert (first, second) == ("evictions", "evictionist")
    assert 1 > like > less


def test_meant_does_not_hang_on_the_order_the_words_were_learnt_in():
    words = [f"parking{letter}" for letter in "abcdefg"]

    forwards = of(*words).meant("parkingz")
    backwards = of(*reversed(words)).meant("parkingz")

    assert len(forwards) == MOST_MEANT
    assert forwards == backwards


@given(st.text("ab", min_size=SHORTEST_MISSPELT, max_size=14), st.sets(WORD))
def test_meant_finds_a_word_wherever_one_is_alike_whatever_its_length(written, words):
    plain = {word.translate(str.maketrans("åä", "aa")) for word in words}
    alike = [OSA.normalized_similarity(written, word) >= ALIKE for word in plain]

    assert bool(of(*words).meant(written)) == any(alike)


def test_word_is_known_by_the_word_it_is_shown_as():
    known = spellings([("evict", "evict"), ("evict", "evicted")])

    assert known.meant("evicted") == [("evict", 1.0)]
    assert known.knows("evict")
    assert not known.knows("evicted")


def test_begun_alike_shares_most_of_its_beginning_with_a_word_like_none():
    known = of("velkaneuvonta", "velkaantuminen", "velho", "neuvonta")

    assert known.begun_alike("velkanopxyz") == [("velkaneuvonta", 0.6 * 6 / 11)]
    assert known.begun_alike("velk") == []
