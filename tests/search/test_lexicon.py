import pytest

from portal.search.lexicon import MOST_FOUND, lexicon, split, vocabulary
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

    assert known.beginning("rent") == ["rent", "rents", "rental", "renting"]
    assert known.beginning("sä") == ["säng"]
    assert known.beginning("z") == []


@pytest.mark.no_database
def test_part_and_beginning_stand_for_the_shortest_words():
    short = [
        f"skuld{letter}{other}"
        for letter in "abcdefghijklm"
        for other in "abcdefghijklm"
    ]
    known = vocabulary({w: (w, "skuld x") for w in ["skuldaaa", "skuldaab", *short]})

    assert known.beginning("skuld") == known.with_part["skuld"] == short[:MOST_FOUND]


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


def test_lexicon_holds_the_words_of_each_language_and_kind():
    put(thing(1, "Hotel"), thing(1, "Boende", language="sv"))
    put(thing(1, "Music"), kind="other")

    known = lexicon("thing")

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
    assert after["en"].words == ["hostel", "hotel"]


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
