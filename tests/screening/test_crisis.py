import tomllib
from pathlib import Path
from time import perf_counter

import pytest

from portal.screening.atoms import begins_almost
from portal.screening.crisis import Danger, dangers

pytestmark = pytest.mark.no_database

SENTENCES = tomllib.loads(
    Path(__file__).with_name("crisis_sentences.toml").read_text(encoding="utf-8")
)
DANGEROUS = [
    pytest.param(sentence, expected, id=f"{language}: {sentence}")
    for language, sentences in SENTENCES["danger"].items()
    for sentence, expected in sentences.items()
]
HARMLESS = [
    pytest.param(sentence, id=f"{language}: {sentence}")
    for language, sentences in SENTENCES["harmless"].items()
    for sentence in sentences
]
LONG = (
    "mun mies on taas juonut ja pelkään että se hakkaa mut kun tulee kotiin, lapset "
    "on yksin eikä meillä ole paikkaa missä nukkua ensi yönä, häätö tulee huomenna ja "
    "en jaksa enää elää näin kuka auttaa"
)
SECONDS = 0.003


@pytest.mark.parametrize(("sentence", "expected"), DANGEROUS)
def test_dangers_recognise_somebody_in_danger(sentence, expected):
    assert set(expected) <= set(dangers(sentence))


@pytest.mark.parametrize("sentence", HARMLESS)
def test_dangers_leave_harmless_questions_in_peace(sentence):
    assert dangers(sentence) == []


def test_dangers_stand_in_the_order_of_the_enumeration():
    found = dangers(LONG)

    assert found == [
        Danger.VIOLENCE,
        Danger.SUICIDE,
        Danger.CHILD,
        Danger.HOMELESS,
    ]


@pytest.mark.parametrize("question", ["", "  ", "?!", "😀", "123", "*", "$", "@me"])
def test_dangers_of_no_words_are_none(question):
    assert dangers(question) == []


def test_dangers_read_every_way_of_writing_a_letter():
    decomposed = "va\u0308kivalta"

    assert dangers(decomposed) == [Danger.VIOLENCE]
    assert dangers("VÄKIVALTA!") == [Danger.VIOLENCE]
    assert dangers("i don’t want to live") == [Danger.SUICIDE]


def test_dangers_need_words_near_each_other():
    apart = "mies " + "ja niin edelleen " * 4 + "hakkaa"

    assert dangers("mies hakkaa") == [Danger.VIOLENCE]
    assert dangers(apart) == []


def test_dangers_of_a_person_outweigh_a_harmless_context():
    assert dangers("väkivalta kurssi") == []
    assert dangers("mies hakkaa minua kurssin jälkeen") == [Danger.VIOLENCE]


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("itsemurah", True),
        ("itsmurhaa", True),
        ("itssemurha", True),
        ("itsemorha", True),
        ("itsepalvelu", False),
        ("itse", False),
    ],
)
def test_begins_almost_forgives_one_letter(word, same):
    assert begins_almost(word, "itsemurh") is same


def test_dangers_are_told_at_once():
    dangers(LONG)

    start = perf_counter()
    for _ in range(20):
        dangers(LONG)

    assert (perf_counter() - start) / 20 < SECONDS
