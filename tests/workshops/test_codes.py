import re

import pytest

from portal.workshops.codes import ALPHABET, cleaned, new_code, new_recovery

LOOK_ALIKE = set("0O1IL5S") - set("5")


def test_alphabet_has_no_signs_that_are_mistaken_for_others():
    assert set(ALPHABET) & LOOK_ALIKE == set()
    assert len(set(ALPHABET)) == len(ALPHABET) == 30


def test_new_code_is_six_signs_of_the_alphabet():
    codes = [new_code() for _ in range(50)]

    assert all(re.fullmatch(f"[{ALPHABET}]{{6}}", code) for code in codes)
    assert len(set(codes)) == 50


def test_recovery_code_is_four_groups_of_four():
    codes = [new_recovery() for _ in range(50)]

    pattern = f"[{ALPHABET}]{{4}}(-[{ALPHABET}]{{4}}){{3}}"
    assert all(re.fullmatch(pattern, code) for code in codes)
    assert len(set(codes)) == 50


@pytest.mark.parametrize(
    "written",
    [
        "K7MQ2X",
        "k7mq2x",
        " K7M Q2X ",
        "k7m-q2x",
        "K7M–Q2X.",
        "K7M\u00a0Q2X",
        "k7mq2x\t",
        "К7МQ2Х",
        "Ｋ７ＭＱ２Ｘ",
    ],
)
def test_cleaned_understands_what_was_meant(written):
    assert cleaned(written) == "K7MQ2X"
