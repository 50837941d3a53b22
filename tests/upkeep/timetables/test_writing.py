import pytest

from portal.upkeep.timetables import in_words, lines, read

TYPED = """ma-pe 9-15.30
ti 20-2
ma 9-12 alkaen 1.12.2096
ma 9-12 31.12.2096 asti
1.6.2096-31.8.2096 ma-pe 9-12
ti 13-16 joka toinen viikko alkaen 4.12.2096
ke 13-16 joka 3. viikko alkaen 5.12.2096
24.12.2096 suljettu
25.12.2096-26.12.2096 suljettu
31.12.2096 9-12"""


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_lines_written_in_any_language_are_read_as_the_same_rules(language):
    weekly, different = read(TYPED)

    again = read(lines(weekly, different, language))

    assert (set(again[0]), set(again[1])) == (set(weekly), set(different))


def test_lines_join_days_that_follow_each_other():
    weekly, different = read("ti 9-15\nma 9-15\nke 9-15\npe 9-15")

    assert lines(weekly, different, "sv") == "mån-ons 9-15\nfre 9-15"


def test_words_tell_seasons_and_every_second_week(app):
    with app.test_request_context("/en/"):
        said = in_words(*read(TYPED))

    assert said == [
        "Mon–Fri 9–15:30",
        "Tue 20–2",
        "until 31 December 2096: Mon 9–12",
        "1 June 2096–31 August 2096: Mon–Fri 9–12",
        "from 1 December 2096: Mon 9–12",
        "Every second week, from 4 December 2096: Tue 13–16",
        "Every 3 weeks, from 5 December 2096: Wed 13–16",
        "24 December 2096: closed",
        "25 December 2096–26 December 2096: closed",
        "31 December 2096: 9–12",
    ]


def test_words_say_what_is_over(app):
    with app.test_request_context("/en/"):
        said = in_words(*read("24.12.2020 closed"))

    assert said == ["24 December 2020: closed (over)"]
