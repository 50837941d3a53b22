from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.screening.screen import screen

pytestmark = pytest.mark.no_database

LENGTH = 10_000
SECONDS = 1.5  # measured: below 0.1; what goes back and forth takes minutes
ORDINARY = (
    "Kun perhetyö loppui, jäimme yksin. Ehdotan, että neuvola soittaa viikon päästä. "
    "När stödet tog slut blev vi ensamma; rådgivningen kunde ringa efter en vecka. "
    "The desk is open 9–16 and answers within 14 days, which helps Anna and others. "
)
ORDINARY_SECONDS = 0.02  # measured: 0.0015 on an idle machine


@pytest.mark.parametrize(
    "repeated",
    [
        *("a", "0", "0 ", "@", "a@", "a.a.", "A", "Aa ", "040-", "(at)", "a (at) b "),
        *("1 Aa ", "katu 1 ", "Aakatu 1 1 1 ", "1\u200b", "\u0301", "１", "ABC-1 "),
        *("Anna ", "asiakkaani Anna ", "mies hakkaa minua ", "you idiot ", "\n", "ﷺ"),
        *("at b dot ", "😀", "12 Aa Bb Cc Dd ", "8112189876 ", "Vanha Aa Aakatu "),
    ],
)
def test_hostile_texts_take_no_longer_than_others(repeated):
    text = (repeated * LENGTH)[:LENGTH]

    start = thread_time()
    screen({"text": text})

    assert thread_time() - start < SECONDS


def test_screen_is_quick():
    text = (ORDINARY * 20)[:3_000]
    screen({"text": text})

    start = thread_time()
    for _ in range(5):
        screen({"text": text})

    assert (thread_time() - start) / 5 < ORDINARY_SECONDS


@given(st.text(max_size=300))
def test_findings_stand_in_the_text_one_after_another(text):
    found = screen({"text": text})

    ends = [0, *(one.end for one in found)]
    assert all(
        end <= one.start < one.end for end, one in zip(ends, found, strict=False)
    )
    assert ends[-1] <= len(text)
