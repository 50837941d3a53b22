from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from portal.screening.identity_codes import (
    CHECKS,
    holds_identity_code,
    identity_codes,
)

pytestmark = pytest.mark.no_database

SIGNS = {1800: "+", 1900: "-UVWXY", 2000: "ABCDEF"}
days = st.dates(date(1850, 1, 1), date(2049, 12, 31))
numbers = st.integers(2, 999)  # from 900 on they are given to nobody
contexts = st.sampled_from(["{}", "Koodi {}.", "({})", "nr:{},", "a {} b", "\n{}\n"])


@st.composite
def finnish(draw, wrong=0):
    day = draw(days)
    digits = f"{day:%d%m%y}", f"{draw(numbers):03}"
    sign = draw(st.sampled_from(SIGNS[day.year // 100 * 100]))
    check = (int("".join(digits)) + wrong) % len(CHECKS)
    return f"{digits[0]}{sign}{digits[1]}{CHECKS[check]}"


@st.composite
def swedish(draw, wrong=0, separator=None):
    """`separator`: None as it should be with the day of birth, else this one."""
    day = draw(days)
    of_day = day.day + draw(st.sampled_from([0, 60]))
    digits = f"{day:%y%m}{of_day:02}{draw(st.integers(0, 999)):03}"
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    check = -sum(value // 10 + value % 10 for value in doubled) + wrong
    sign = ("+" if day.year < 1900 else "-") if separator is None else separator
    century = day.year // 100 if draw(st.booleans()) or separator == "" else ""
    return f"{century}{digits[:6]}{sign}{digits[6:]}{check % 10}"


@given(finnish(), contexts, st.booleans())
def test_identity_codes_of_finland_are_always_found(code, context, small):
    text = context.format(code.lower() if small else code)

    start = context.index("{")

    assert (start, start + len(code)) in list(identity_codes(text))


@given(swedish(), contexts)
def test_identity_codes_of_sweden_are_always_found(code, context):
    start = context.index("{")

    assert (start, start + len(code)) in list(identity_codes(context.format(code)))


@given(swedish(separator=""), contexts)
def test_identity_codes_of_twelve_digits_are_always_found(code, context):
    assert holds_identity_code(context.format(code))


@given(st.data(), st.integers(1, 30), contexts)
def test_finnish_codes_with_a_wrong_check_are_never_found(data, wrong, context):
    code = data.draw(finnish(wrong=wrong))
    assume(not (code[-1].isdigit() and code[6] in "+-"))  # may be a Swedish one

    assert not holds_identity_code(context.format(code))


@given(st.data(), st.integers(1, 9), contexts)
def test_swedish_codes_with_a_wrong_check_are_never_found(data, wrong, context):
    code = data.draw(swedish(wrong=wrong))
    day, number = code[-11:-5], code[-4:-1]
    remainder = CHECKS[int(day + number) % len(CHECKS)]
    assume(remainder != code[-1])  # may be a Finnish one

    assert not holds_identity_code(context.format(code))


@pytest.mark.parametrize(
    "text",
    [
        "Äitini on 131052-308T ja asuu Harjussa",
        "131052 – 308t",
        "131052 308T",
        "(010100A901H)",
        "０１０１９０-９０２S",
        "010190\u200b-90\u200b2S",
        "Min mor är 811228-9874.",
        "19811228-9874",
        "198112289874",
        "8112289874",
        "811288-9871",
    ],
)
def test_identity_code_is_seen(text):
    assert holds_identity_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "Soita 019 123 4500 tai 040123-4567",
        "Aukioloajat 9.12.2026 klo 9–15",
        "131052-308S",
        "131052A308S",
        "321052-3082",
        "310252-3089",
        "0401019012",
        "556036-0793",
        "FI21 1234 5600 0007 85",
        "",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert not holds_identity_code(text)
