import pytest

from portal.search.analysis import bases, in_any_language, is_weak, phrase
from portal.search.everyday_words import LOUDER, PLAIN, STANDS_FOR, edition

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize(
    ("language", "said", "plain"),
    [
        ("fi", "faijan", "isän"),
        ("fi", "muksut", "lapset"),
        ("fi", "kämpästä", "asunnosta"),
        ("sv", "farsan", "pappa"),
        ("sv", "ungarna", "barnen"),
        ("sv", "jättedeppig", "deppig"),
        ("en", "mum's", "mother"),
        ("en", "groceries", "food"),
    ],
)
def test_everyday_word_has_the_base_form_of_the_plain_one(language, said, plain):
    assert bases(said, language) == bases(plain, language) != ()


@pytest.mark.parametrize(
    ("language", "word"),
    [("sv", "super"), ("sv", "jätte"), ("sv", "skit"), ("sv", "unga"), ("en", "kin")],
)
def test_word_that_is_no_everyday_one_stands_for_itself(language, word):
    assert bases(word, language)[0] in word


def test_phrase_is_told_by_everyday_words_too():
    assert phrase("mum drinks", "en") == phrase("mother drinks", "en")


def test_application_in_a_question_asks_for_what_is_applied_for():
    found = dict(in_any_language("kuljetuspalveluhakemuksen"))

    assert "kuljetuspalvelu" in found["fi"]
    assert bases("hakemus", "fi") == ("hakemus",)


def test_text_is_not_taken_for_what_is_applied_for():
    assert "asunto" not in bases("asuntohakemus", "fi")


@pytest.mark.parametrize("word", ["mum", "pappa", "äitini", "huomenna", "nästa"])
def test_who_and_when_are_weak_in_a_question(word):
    assert is_weak(word)


@pytest.mark.parametrize("language", PLAIN)
def test_no_plain_word_stands_for_another(language):
    assert PLAIN[language].keys() & STANDS_FOR[language].keys() == set()


def test_edition_changes_with_the_words(monkeypatch):
    before = edition()

    monkeypatch.setitem(LOUDER, "sv", ("jätte",))

    assert edition() != before
