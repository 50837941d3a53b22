from datetime import date

import pytest

from portal.db import today
from portal.directory.actions import unmet
from portal.directory.models import UnmetNeed, UnmetSource
from portal.directory.sought import digest

FOUND, FITS = UnmetSource.NOTHING_FOUND, UnmetSource.NOTHING_FITS


@pytest.fixture
def ask(app):
    """Somebody at an address asks; the numbers in `people` are addresses."""

    def ask_from(people, question="a haircut", language="en", source=FOUND):
        for number in people:
            seen = {"REMOTE_ADDR": f"192.0.2.{number}"}
            with app.test_request_context("/en/", environ_base=seen):
                unmet.record(question, language, source)

    return ask_from


def counted():
    return sorted(
        UnmetNeed.select(
            UnmetNeed.term, UnmetNeed.language, UnmetNeed.source, UnmetNeed.count
        ).tuples()
    )


def test_term_is_not_stored_until_five_have_asked(app, ask):
    ask(range(4))

    assert counted() == [("", "en", FOUND, 4)]
    with app.app_context():
        assert [row.digest for row in UnmetNeed.select()] == [digest("haircut")]


def test_term_is_stored_at_the_fifth_and_counted_on(ask):
    ask(range(5))
    fifth = counted()
    ask(range(5, 7))

    assert fifth == [("haircut", "en", FOUND, 5)]
    assert counted() == [("haircut", "en", FOUND, 7)]
    assert [row.month for row in UnmetNeed.select()] == [today().replace(day=1)]


def test_languages_and_sources_are_counted_apart(ask):
    ask(range(4))
    ask(range(4), language="sv")
    ask(range(4), source=FITS)

    assert counted() == [
        ("", "en", FITS, 4),
        ("", "en", FOUND, 4),
        ("", "sv", FOUND, 4),
    ]


def test_different_words_for_one_term_are_counted_together(ask):
    ask([1], "Haircut!")
    ask([2], "i need a HAIRCUT")
    ask([3], "haircut 040 1234567")

    assert counted() == [("", "en", FOUND, 3)]


def test_nobody_makes_their_words_known_by_asking_again(ask):
    ask([1] * 9)

    assert counted() == [("", "en", FOUND, 1)]


def test_one_address_is_counted_so_many_times_an_hour(ask):
    for number in range(unmet.RECORDING.attempts + 5):
        ask([1], "word " + chr(ord("a") + number % 26) * (number // 26 + 2))

    assert len(counted()) == unmet.RECORDING.attempts


def test_question_that_says_nothing_is_not_counted(ask):
    ask([1], "040 123 4567")
    ask([1], "   ")

    assert counted() == []


def test_forget_deletes_what_is_old_and_what_too_few_have_asked(monkeypatch):
    monkeypatch.setattr(unmet, "today", lambda: date(2026, 3, 31))
    keep = [(date(2024, 3, 1), 5), (date(2025, 12, 1), 4), (date(2026, 3, 1), 1)]
    lose = [(date(2024, 2, 1), 50), (date(2025, 11, 1), 4)]
    for number, (month, count) in enumerate(keep + lose):
        UnmetNeed.create(
            digest=str(number),
            term="word" if count >= 5 else "",
            language="en",
            source=FOUND,
            month=month,
            count=count,
        )

    forgotten = unmet.forget()

    left = [(row.month, row.count) for row in UnmetNeed.select()]
    assert forgotten == 2
    assert sorted(left) == keep
