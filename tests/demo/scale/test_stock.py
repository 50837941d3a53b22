import tomllib
from random import Random

import pytest

from portal.demo.scale.stock import FILE, Skewed, compound, in_lines, joined, stock
from portal.i18n import LANGUAGES

pytestmark = pytest.mark.no_database


def part(language, name):
    """An activity by its name in one language."""
    return next(
        activity
        for activity in stock().activities.things
        if activity.forms[language]["name"] == name
    )


def subject(language, word):
    return next(s for s in stock().subjects.things if s.words[language] == word)


def test_compound_bends_its_last_part():
    word = compound("fi", subject("fi", "päihde"), part("fi", "kuntoutus"))

    assert word["out_of"] == "päihdekuntoutuksesta"
    assert word["Name"] == "Päihdekuntoutus"


@pytest.mark.parametrize(
    ("language", "first", "middle", "last", "whole"),
    [
        ("fi", "päihde", "asuminen", "ohjaus", "päihdeasumisohjaus"),
        ("fi", "ero", "kuntoutus", "ryhmä", "erokuntoutusryhmä"),
        ("sv", "missbruks", "stöd", "grupp", "missbruksstödsgrupp"),
        ("en", "debt", "advice", "group", "debt advice group"),
    ],
)
def test_compound_of_three_parts(language, first, middle, last, whole):
    word = compound(
        language, subject(language, first), part(language, last), part(language, middle)
    )

    assert word["name"] == whole


def test_like_vowels_are_parted_in_finnish():
    assert joined("fi", "ero", "ohjaus") == "ero-ohjaus"
    assert joined("fi", "päihde", "ohjaus") == "päihdeohjaus"
    assert joined("sv", "familje", "enhet") == "familjeenhet"


def test_skewed_takes_the_first_most_often():
    skewed, chance = Skewed("abc"), Random(1)  # noqa: S311

    taken = [skewed.one(chance) for _ in range(600)]

    counts = [taken.count(letter) for letter in "abc"]
    assert counts == sorted(counts, reverse=True)
    assert 260 < counts[0] < 390


def test_in_lines_keeps_sentences_of_some_length():
    text = "Come in.\nYou need no appointment. Yes!\n- help with the bills"

    assert in_lines(text) == ["You need no appointment.", "help with the bills."]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_frame_can_be_filled(language):
    first = stock().subjects.things[0]
    word = compound(language, first, part("en", "advice"))

    for frame in stock().frames[language]:
        filled = frame.format(one=word, other=word, long=word, place="X")
        assert "{" not in filled
        assert filled[0].isupper()


def test_every_activity_has_every_case():
    kept = tomllib.loads(FILE.read_text(encoding="utf-8"))

    assert {language: len(cases) for language, cases in kept["cases"].items()} == {
        language: len(part("en", "advice").forms[language]) for language in LANGUAGES
    }
    assert len(stock().activities.things) == len(kept["activity"])
