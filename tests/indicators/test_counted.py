import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.indicators.counted import Counted, Unit, middle, told
from portal.suppression import LEAST

pytestmark = pytest.mark.no_database


@given(st.sampled_from([Unit.SHARE, Unit.DAYS]), st.integers(0, 12), st.data())
def test_told_tells_of_no_handful(unit, n, data):
    value = data.draw(st.integers(0, n))

    (kept,) = told(unit, [Counted(value, n)])

    expected = (value, n) if n >= LEAST else (None, None)
    assert (kept.value, kept.n) == expected


@pytest.mark.parametrize(("times", "kept"), [(0, 0), (1, None), (4, None), (5, 5)])
def test_told_counts_nothing_and_five_of_a_number(times, kept):
    (figure,) = told(Unit.NUMBER, [Counted(times, None)])

    assert figure.value == kept


def test_told_keeps_where_it_was_counted():
    (figure,) = told(Unit.SHARE, [Counted(1, 2, "harju", "fi")])

    assert figure == Counted(None, None, "harju", "fi")


def test_middle_is_the_median_and_tells_of_how_many():
    assert middle([1, 30, 2], "harju") == Counted(2, 3, "harju")


def test_middle_of_nothing_is_unknown():
    assert middle([]) == Counted(None, 0)
