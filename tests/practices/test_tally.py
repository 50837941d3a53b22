"""Sums of verdicts tell of no handful, at once or over time."""

from collections import Counter
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from portal.practices.models import Lived
from portal.practices.tally import Told, may_be_counted, sums

GOOD, BAD, MIXED = Lived.RECOMMENDED, Lived.NOT_RECOMMENDED, Lived.MIXED
SAID = [one for one in Lived if one is not Lived.NOT_ASKED]


def test_numbers_are_rounded_down_to_fives():
    told = sums(Counter({GOOD: 9, BAD: 5, MIXED: 4}))

    assert (told.people, told.verdicts) == (15, {GOOD: 5, BAD: 5})


def test_fewer_than_five_look_like_none():
    assert not sums(Counter({GOOD: 2, BAD: 2}))
    assert not sums(Counter())


def test_people_count_once_however_they_change():
    moved = [Told(1, BAD, 1, GOOD)] * 4

    assert not may_be_counted(moved)
    assert may_be_counted([*moved, Told(1, None, 1, GOOD)])
    assert may_be_counted([Told(5, GOOD)])


def test_who_was_counted_so_has_not_moved():
    stays = Told(6, GOOD, 6, GOOD)
    never_public = Told(6, None)

    assert not may_be_counted([stays, never_public])


EVENTS = st.lists(
    st.tuples(
        st.integers(0, 14),
        st.sampled_from([*SAID, None]),
        st.sampled_from([1, 1, 1, 2, 6]),
    ),
    max_size=60,
)


@given(EVENTS)
def test_no_two_tellings_differ_by_a_handful(events):
    """People tell, change and take back; each time all who may look do."""
    now: dict[int, tuple[int, Lived]] = {}
    counted: dict[int, tuple[int, Lived]] = {}
    sizes: dict[int, int] = {}
    seen = sums(Counter())
    for person, verdict, people in events:
        size = sizes.setdefault(person, people)
        if verdict is None:
            now.pop(person, None)
        else:
            now[person] = (size, verdict)
        told = [
            Told(
                sizes[one],
                now[one][1] if one in now else None,
                *counted.get(one, (0, None)),
            )
            for one in sizes
        ]
        before = dict(counted)
        if may_be_counted(told):
            counted = dict(now)
        totals: Counter[Lived] = Counter()
        for size_, verdict_ in counted.values():
            totals[verdict_] += size_
        shown = sums(totals)
        moved = sum(sizes[one] for one in sizes if counted.get(one) != before.get(one))

        assert shown.people % 5 == 0
        assert all(number and number % 5 == 0 for number in shown.verdicts.values())
        assert moved == 0 or moved >= 5
        assert shown == seen or moved >= 5
        seen = shown


@given(st.dictionaries(st.sampled_from(SAID), st.integers(0, 40)))
def test_every_sum_may_be_any_of_five_numbers(counts):
    """Of all that could stand behind what is told, none can be left out."""
    told = sums(Counter(counts))
    low = {verdict: told.verdicts.get(verdict, 0) for verdict in SAID}

    behind = [
        world
        for more in product(range(5), repeat=len(SAID))
        for world in [dict(zip(SAID, more, strict=True))]
        if sums(Counter({one: low[one] + world[one] for one in SAID})) == told
    ]

    for verdict in SAID:
        assert {world[verdict] for world in behind} == {0, 1, 2, 3, 4}
