import pytest

from portal.search.analysis import LONGEST_WORD, analysed, forms, words

pytestmark = pytest.mark.no_database


def test_words_are_cut_at_signs_and_made_small():
    found = words("VELKA-asiat, 24/7: don’t_wait! 😀 Straße")

    assert found == ["velka", "asiat", "24", "7", "don’t", "wait", "strasse"]


def test_words_overlong_are_cut():
    assert words("a" * 500) == ["a" * LONGEST_WORD]


@pytest.mark.parametrize(
    ("language", "text", "stem"),
    [
        ("fi", "vuokra vuokran vuokraa", "vuokr"),
        ("fi", "asumisneuvonta asumisneuvonnan", "asumisneuvon"),
        ("sv", "skuld skulder skulderna", "skuld"),
        ("en", "eviction evictions evicted", "evict"),
    ],
)
def test_analysed_takes_inflection_off(language, text, stem):
    assert set(analysed(text, language)) == {stem}


def test_analysed_leaves_empty_words_out():
    assert analysed("I can’t pay my rent", "en") == ["can’t", "pay", "rent"]
    assert analysed("en voi maksaa", "fi") == ["maks"]


def test_forms_hold_each_telling_word_as_every_language_would():
    assert forms("mistä saan apua") == [{"saan"}, {"apua", "apu"}]


def test_forms_of_empty_words_alone_keep_them():
    assert forms("to be") == [{"to"}, {"be"}]
    assert forms("?!") == []
