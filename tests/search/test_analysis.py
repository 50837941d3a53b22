import pytest

from portal.search import analysis
from portal.search.analysis import (
    LONGEST_WORD,
    bases,
    folded,
    parts,
    phrase,
    telling,
    words,
)
from portal.search.empty_words import EVERYWHERE
from portal.search.everyday_words import edition

pytestmark = pytest.mark.no_database
FINNISH = ["voikko", "simplemma", "snowball"]


def test_words_are_cut_at_signs_and_made_small():
    found = words("VELKA-asiat, 24/7: don’t_wait! 😀 Straße")

    assert found == ["velka", "asiat", "24", "7", "don’t", "wait", "strasse"]


def test_words_overlong_are_cut():
    assert words("a" * 500) == ["a" * LONGEST_WORD]


@pytest.mark.parametrize("name", FINNISH)
@pytest.mark.parametrize(
    ("inflected", "base"),
    [
        ("asumisneuvonnasta", "asumisneuvonta"),
        ("asumisneuvonnan", "asumisneuvonta"),
        ("toimeentulotukea", "toimeentulotuki"),
        ("vuokrarästejä", "vuokrarästit"),
        ("vuokran", "vuokra"),
        ("rahat", "raha"),
    ],
)
def test_inflected_finnish_meets_its_base_form(analyser, name, inflected, base):
    analyser(name)

    assert set(bases(inflected, "fi")) & set(bases(base, "fi"))


@pytest.mark.parametrize(
    ("language", "inflected", "base"),
    [
        ("sv", "skulderna", "skuld"),
        ("sv", "rådgivningen", "rådgivning"),
        ("en", "evictions", "eviction"),
        ("en", "evicted", "eviction"),
    ],
)
def test_inflected_swedish_and_english_meet_their_base_form(language, inflected, base):
    assert bases(inflected, language) == bases(base, language) != ()


@pytest.mark.parametrize("name", FINNISH)
@pytest.mark.parametrize(
    "word", ["xyzzyqq", "日本", "24", "don’t", "ä", "x" * LONGEST_WORD, "ж", "-"]
)
def test_unknown_words_have_a_base_form_in_every_language(analyser, name, word):
    analyser(name)

    for language in ("fi", "sv", "en"):
        assert all(bases(word, language))
        assert len(bases(word, language)) >= 1
        assert parts(word, language) == ()


def test_telling_words_are_those_that_tell_in_any_language():
    assert telling("Mistä saan apua?") == ["apua"]
    assert telling("I can't pay my rent") == ["pay", "rent"]
    assert telling("ei rahaa, no money, inga pengar") == [
        "ei",
        "rahaa",
        "no",
        "money",
        "inga",
        "pengar",
    ]


def test_telling_words_of_a_question_of_empty_words_are_all_of_them():
    assert telling("to be") == ["to", "be"]
    assert telling("?! 😀") == []


def test_word_that_tells_in_one_language_alone_is_kept():
    assert "men" not in EVERYWHERE
    assert bases("men", "sv") == ()
    assert bases("men", "en") != ()


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("päihde", "paihde"),
        ("paihde", "paihde"),
        ("åldring", "aldring"),
        ("pa\u0308ihde", "paihde"),
        ("šakki", "sakki"),
        ("straße", "strasse"),
        ("ж", "ж"),
        ("", ""),
    ],
)
def test_folded_takes_the_marks_off(word, plain):
    assert folded(word) == plain


def test_phrase_is_its_telling_words_each_with_its_base_forms():
    assert phrase("the rents of homes", "en") == (("rent",), ("home",))
    assert phrase("the of", "en") == ()


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("voikko", "voikko"),
        ("simplemma", "simplemma-known"),
        ("snowball", "snowball"),
    ],
)
def test_name_tells_what_an_index_is_made_with(analyser, wanted, name):
    analyser(wanted)

    assert analysis.name() == f"{name}-snowball-snowball-{edition()}"


def test_choosing_another_analyser_forgets_what_the_first_had_found(analyser):
    analyser("simplemma")
    before = bases("vuokran", "fi")

    analyser("snowball")

    assert before == ("vuokra",)
    assert bases("vuokran", "fi") == ("vuokr",)
