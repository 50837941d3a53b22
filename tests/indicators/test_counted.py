import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.indicators.counted import Counted, Unit, middle, settled, told
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


SHARES = st.integers(0, 20).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(st.lists(SHARES, min_size=2))
def test_settled_tells_of_no_handful_over_time(counted):
    before = {}

    for share in counted:
        (kept,) = settled(told(Unit.SHARE, [Counted(*share)]), before)
        was = before.get(("", ""))
        if was and kept.value is not None and kept != was:
            came = kept.value - was.value, kept.n - kept.value - was.n + was.value
            assert sum(map(abs, came)) >= LEAST
        before |= {("", ""): kept} if kept.value is not None else {}


def test_settled_tells_anew_when_five_have_come():
    was = {("", ""): Counted(5, 6)}

    found = [
        next(settled([Counted(*share)], was)) for share in ((9, 10), (9, 11), (None, 3))
    ]

    assert found == [Counted(5, 6), Counted(9, 11), Counted(None, 3)]


def test_middle_is_the_median_and_tells_of_how_many():
    assert middle([1, 30, 2], "harju") == Counted(2, 3, "harju")


def test_middle_of_nothing_is_unknown():
    assert middle([]) == Counted(None, 0)
