from ctypes import CDLL

import libvoikko
import pytest

from portal.search import analysis
from portal.search.analysis import bases, parts
from portal.search.everyday_words import edition

# A handle of libvoikko that was never opened can't be closed without a complaint.
pytestmark = [
    pytest.mark.no_database,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def without_library(monkeypatch):
    """As on a machine where the library of that name is not installed."""
    monkeypatch.setattr(
        libvoikko.VoikkoLibrary,
        "open",
        lambda **_settings: CDLL("libvoikko-that-nobody-has.so.1"),
    )


@pytest.fixture
def without_dictionary(monkeypatch, analyser):
    """As where the library is there, but no dictionary of the language asked for."""
    analyser("voikko")
    real = libvoikko.Voikko
    monkeypatch.setattr(libvoikko, "Voikko", lambda _language: real("xx"))


def test_voikko_knows_the_parts_of_compounds(analyser):
    analyser("voikko")

    assert parts("päihdekuntoutus", "fi") == ("päihde", "kuntoutus")
    assert parts("vuokrarästi", "fi") == ("vuokra", "rästi")
    assert parts("kuntoutus", "fi") == ()


def test_parts_of_a_compound_meet_the_words_by_themselves(analyser):
    analyser("voikko")

    first, last = parts("asumisneuvonta", "fi")

    assert first in bases("asuminen", "fi")
    assert last in bases("neuvonta", "fi")


def test_word_of_several_readings_has_them_all(analyser):
    analyser("voikko")

    assert {"tuki", "tukea"} <= set(bases("tuki", "fi"))


def test_word_that_voikko_does_not_know_loses_its_ending_by_rule(analyser):
    analyser("snowball")
    by_rule = bases("klabbikortin", "fi")
    analyser("voikko")

    assert bases("klabbikortin", "fi") == by_rule == ("klabbikort",)


@pytest.mark.parametrize("missing", ["without_library", "without_dictionary"])
def test_wanted_analyser_that_is_missing_is_said_to_be(request, analyser, missing):
    request.getfixturevalue(missing)

    with pytest.raises(LookupError, match="libvoikko or its Finnish dictionary"):
        analysis.choose("voikko")


@pytest.mark.parametrize("missing", ["without_library", "without_dictionary"])
def test_best_analyser_there_is_takes_the_place_of_a_missing_one(
    request, analyser, missing
):
    request.getfixturevalue(missing)

    analysis.choose("auto")

    assert analysis.name() == f"simplemma-known-snowball-snowball-{edition()}"
    assert bases("vuokran", "fi") == ("vuokra",)


def test_word_list_gives_what_it_knows_and_else_what_the_rule_says(analyser):
    analyser("snowball")
    by_rule = bases("klabbikortin", "fi")
    analyser("simplemma")

    assert bases("vuokran", "fi") == ("vuokra",)
    assert bases("klabbikortin", "fi") == by_rule == ("klabbikort",)
