import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.reports.numbers import SIGNS, as_written, new_number

pytestmark = pytest.mark.no_database


def test_number_is_short_and_no_sign_is_taken_for_another():
    number = new_number()

    assert len(number) == 7
    assert not {"0O", "1I", "1L", "5S", "UV", "VW", "MN", "BP"} & {
        a + b for a in SIGNS for b in SIGNS
    }


@given(st.text(max_size=30))
def test_any_typed_number_is_read(typed):
    assert as_written(as_written(typed)) == as_written(typed)


def test_number_is_read_however_it_is_typed():
    number = new_number()

    typed = [number, number.lower(), number.replace("-", " "), f" {number} "]

    assert {as_written(one) for one in typed} == {number}
