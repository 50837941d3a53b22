"""The yearly tally: whole months, steps of five, and no handful by subtraction."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playhouse.test_utils import count_queries

from portal.moderation.models import Case, Cause, Decision
from portal.moderation.queries import tally as queries
from portal.moderation.queries.tally import Decided, groups, grown, quantile, tally

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def on_a_day(monkeypatch):
    monkeypatch.setattr(queries, "today", lambda: TODAY)
    queries.counted.cache_clear()
    queries.first_year.cache_clear()
    yield
    queries.counted.cache_clear()
    queries.first_year.cache_clear()


def at(year, month, day, *clock):
    """A moment in UTC, as it is stored."""
    return datetime(year, month, day, *clock, tzinfo=UTC).replace(tzinfo=None)


def decide(count, month, year=2026, hours=10, **fields):
    """Cases that waited so many hours and were decided in this month."""
    moment = at(year, month, 15, 12)
    values = {
        "kind": "proposal",
        "item_id": 1,
        "language": "fi",
        "cause": Cause.WRITTEN,
        "decision": Decision.PUBLISH,
        "opened_at": moment - timedelta(hours=hours),
        "decided_at": moment,
    }
    for _ in range(count):
        Case.create(**values | fields)


def totals(found):
    return {part.cause.value: part.total for part in found.parts}


def test_year_is_counted_through_its_last_ended_month():
    decide(6, 10)
    decide(7, 11)

    found = tally()

    assert (found.year, found.through) == (2026, date(2026, 10, 31))
    assert totals(found) == {"written": 6, "flagged": None, "appealed": None}
    assert not found.ended


def test_fewer_than_five_are_not_told():
    decide(4, 3)

    assert totals(tally())["written"] is None


def test_figure_grows_by_five_or_more_from_month_to_month(monkeypatch):
    for month, count in ((1, 6), (2, 3), (3, 1), (4, 2), (5, 9)):
        decide(count, month)

    told = []
    for month in range(2, 7):
        monkeypatch.setattr(queries, "today", lambda month=month: date(2026, month, 3))
        told.append(totals(tally())["written"])

    assert told == [6, 6, 6, 12, 21]


def test_what_leaves_the_queue_undecided_is_not_counted():
    decide(5, 3)
    decide(5, 3, decision=None)

    assert totals(tally())["written"] == 5


def test_half_and_nine_in_ten_are_of_how_long_texts_waited():
    for hours in range(1, 11):
        decide(1, 3, hours=hours)

    part = tally().parts[0]

    assert (part.half, part.most) == (timedelta(hours=5), timedelta(hours=9))


def test_breakdowns_are_told_of_ended_years_only():
    decide(8, 3)
    decide(8, 3, decision=Decision.RETURN)
    decide(8, 3, year=2025)
    decide(8, 3, year=2025, decision=Decision.RETURN)

    this, last = tally().parts[0], tally(2025).parts[0]

    assert (this.outcomes, this.kinds, this.languages) == ({}, {}, {})
    assert last.outcomes == {"publish": 8, "return": 8, "hide": 0}


def test_handful_is_not_told_nor_what_would_give_it_away():
    decide(20, 3, year=2025)
    decide(7, 3, year=2025, decision=Decision.RETURN)
    decide(2, 3, year=2025, decision=Decision.HIDE)
    decide(9, 3, year=2025, language="sv")

    part = tally(2025).parts[0]

    assert part.total == 38
    assert part.outcomes == {"publish": 29, "return": None, "hide": None}
    assert part.languages == {"fi": 29, "sv": 9, "en": 0}


def test_mergers_count_as_published_and_granted_appeals_by_themselves():
    decide(5, 3, year=2025, decision=Decision.MERGE)
    decide(6, 3, year=2025, decision=Decision.RETURN)
    decide(7, 4, year=2025, cause=Cause.APPEALED)
    decide(5, 4, year=2025, cause=Cause.APPEALED, decision=Decision.UPHOLD)

    written, _flagged, appealed = tally(2025).parts

    assert written.outcomes == {"publish": 5, "return": 6, "hide": 0}
    assert appealed.outcomes == {"publish": 7, "uphold": 5}


def test_years_begin_with_the_first_decision():
    decide(5, 3, year=2024)

    assert tally().years == [2026, 2025, 2024]
    assert tally(2023) is None
    assert tally(2027) is None


def test_january_tells_of_no_month_yet(monkeypatch):
    monkeypatch.setattr(queries, "today", lambda: date(2026, 1, 31))

    assert (tally().through, tally().parts) == (None, [])


def test_month_ends_when_it_ends_where_the_region_is():
    decide(5, 10, decided_at=at(2026, 10, 31, 21, 59))
    decide(5, 10, decided_at=at(2026, 10, 31, 22, 1))

    assert totals(tally())["written"] == 5


def test_figures_are_reckoned_once_a_month():
    decide(6, 3)
    with count_queries() as cold:
        tally()
    decide(6, 3)

    with count_queries() as warm:
        found = tally()

    # The first decision, and the decisions of the year.
    assert cold.count == 2
    assert warm.count == 0
    assert totals(found)["written"] == 6


def test_quantile_is_the_least_that_covers_the_share():
    waits = [timedelta(hours=hour) for hour in (1, 2, 3)]

    assert [quantile(waits, share) for share in (0.5, 0.9)] == [waits[1], waits[2]]


@given(st.lists(st.integers(0, 12), max_size=10))
def test_no_two_months_differ_by_a_handful(counts):
    cases, told = [], [0]
    for month, count in enumerate(counts, 1):
        moment = at(2026, month, 15)
        one = Decided(Cause.WRITTEN, "proposal", "fi", Decision.PUBLISH, moment, moment)
        cases += [one] * count
        told.append(len(grown(cases)))

    steps = [after - before for before, after in pairwise(told)]
    assert all(step == 0 or step >= 5 for step in steps)
    assert sum(counts) - told[-1] < 5


@given(st.lists(st.integers(0, 9), min_size=3, max_size=3))
def test_what_is_not_told_is_no_handful(counts):
    names = ["a", "b", "c"]
    found = [
        name for name, count in zip(names, counts, strict=True) for _ in range(count)
    ]

    told = groups(names, found)

    rest = sum(counts) - sum(count or 0 for count in told.values())
    assert all(count is None or count == 0 or count >= 5 for count in told.values())
    assert rest == 0 or rest >= 5 or all(count is None for count in told.values())
