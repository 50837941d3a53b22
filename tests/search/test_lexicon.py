import pytest

from portal.search.lexicon import MOST_MEANT, lexicon, meant, split, vocabulary
from tests.search.things import order, put, thing

REAL = ["skuld", "rådgivning", "skuldrådgivning", "rådgivare", "budget"]


def of(*words):
    return vocabulary({word: (word, "") for word in words})


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("skuldrådgivning", ["skuld", "rådgivning"]),
        ("budgetsrådgivning", ["budget", "rådgivning"]),
        ("skuldbudgetrådgivning", ["skuld", "budget", "rådgivning"]),
        ("budget", []),
        ("skuldxx", []),
        ("xxrådgivning", []),
        ("rådgivning", []),
        ("", []),
    ],
)
def test_split_cuts_a_compound_where_both_sides_are_known(word, pieces):
    assert split(word, {"skuld", "rådgivning", "budget", "skuldbudget"}) == pieces


@pytest.mark.no_database
def test_compound_is_known_by_its_parts():
    known = of(*REAL)

    assert known.with_part == {"skuld": ["skuldrådgivning"]}
    assert known.with_last_part == {"rådgivning": ["skuldrådgivning"]}
    assert known.pieces("budgetrådgivning") == ["budget", "rådgivning"]


@pytest.mark.no_database
def test_parts_that_the_analyser_told_are_believed():
    known = vocabulary({"asumisneuvonta": ("Asumisneuvonta", "asua neuvonta")})

    assert known.with_part == {"asua": ["asumisneuvonta"]}
    assert known.with_last_part == {"neuvonta": ["asumisneuvonta"]}
    assert known.shown == {"asumisneuvonta": "Asumisneuvonta"}


@pytest.mark.no_database
def test_beginning_finds_each_word_that_begins_so():
    known = of("rent", "rental", "rents", "renting", "ren", "bent", "säng")

    assert known.beginning("rent") == ["rent", "rental", "renting", "rents"]
    assert known.beginning("sä") == ["säng"]
    assert known.beginning("z") == []


@pytest.mark.no_database
def test_akin_are_words_of_the_same_root():
    known = of("vuokra", "vuokrata", "vuokranantaja", "vuoro", "vuo")

    assert list(known.akin("vuokra")) == ["vuokrata"]
    assert list(known.akin("vuo")) == []


@pytest.mark.no_database
def test_head_is_the_longest_known_word_that_an_unknown_one_ends_in():
    known = of("rådgivning", "givning", "skuld")

    assert known.head("skilsmässorådgivning") == "rådgivning"
    assert known.head("skilsmässa") == ""


@pytest.mark.no_database
def test_meant_is_the_word_without_its_dots():
    known = of("päihde", "paihde", "vuokra")

    assert meant("paihde", known.unmarked) == [("paihde", 1.0), ("päihde", 1.0)]
    assert meant("pâihde", known.unmarked) == [("paihde", 1.0), ("päihde", 1.0)]


@pytest.mark.no_database
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

    assert [word for word, _like in meant(written, known.unmarked)] == found


@pytest.mark.no_database
def test_meant_puts_the_likest_first():
    known = of("evictions", "evictionist")

    (first, like), (second, less) = meant("evictionss", known.unmarked)

    assert (first, second) == ("evictions", "evictionist")
    assert 1 > like > less


@pytest.mark.no_database
def test_meant_does_not_hang_on_the_order_the_words_were_learnt_in():
    words = [f"parking{letter}" for letter in "abcdefg"]

    forwards = meant("parkingz", of(*words).unmarked)
    backwards = meant("parkingz", of(*reversed(words)).unmarked)

    assert len(forwards) == MOST_MEANT
    assert forwards == backwards


def test_lexicon_holds_the_words_of_each_language_and_kind():
    put(thing(1, "Hotel"), thing(1, "Boende", language="sv"))
    put(thing(1, "Music"), kind="other")

    known = lexicon("thing").languages

    assert [known[code].words for code in ("fi", "sv", "en")] == [
        [],
        ["boend"],
        ["hotel"],
    ]
    assert known["sv"].shown == {"boend": "boende"}


def test_lexicon_is_read_anew_when_a_word_is_learnt():
    put(thing(1, "Hotel"))
    before = lexicon("thing")

    put(thing(2, "Hotels"))
    same = lexicon("thing")
    put(thing(3, "Hostel"))
    after = lexicon("thing")

    assert same is before
    assert after.languages["en"].words == ["hostel", "hotel"]


def test_compound_of_the_corpus_is_found_by_its_last_part():
    put(
        thing(1, "Skuldrådgivning", language="sv"),
        thing(2, "Skuld", language="sv"),
        thing(3, "Rådgivning", language="sv"),
        thing(4, "Musik", language="sv"),
    )

    assert order("rådgivning") == [3, 1]
    assert order("skuld") == [2, 1]
    assert order("skuldrådgivningen")[0] == 1
