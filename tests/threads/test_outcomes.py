"""The graph of what came of what."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from portal.threads.models import Outcome
from portal.threads.outcomes import (
    Graph,
    Joint,
    in_order,
    months_between,
    told_on,
)
from portal.threads.things import End


def thing(number: int) -> End:
    return End("proposal", number)


def graph(*pairs: tuple[int, int], on: date | None = None) -> Graph:
    return Graph.of(
        Joint(key, thing(one), Outcome.LED_TO, thing(two), on)
        for key, (one, two) in enumerate(pairs)
    )


def test_walk_takes_the_nearest_first():
    walk = graph((1, 2), (1, 3), (2, 4), (3, 4), (9, 1)).walk(thing(1))

    assert [end.id for end in walk] == [1, 2, 3, 4]
    assert [len(joints) for joints in walk.values()] == [0, 1, 1, 2]


def test_walk_of_a_circle_ends():
    walk = graph((1, 2), (2, 3), (3, 1)).walk(thing(1))

    assert [end.id for end in walk] == [1, 2, 3]


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=30))
def test_joints_that_make_no_circle_never_make_one_together(pairs):
    taken: list[tuple[int, int]] = []
    for one, two in pairs:
        if not graph(*taken).makes_circle(thing(one), thing(two)):
            taken.append((one, two))

    kept = graph(*taken)
    assert all(
        thing(one) not in kept.walk(joint.end)
        for one, _two in taken
        for joint in kept.ahead[thing(one)]
    )


def test_steps_stand_in_the_order_of_their_days():
    kept = graph((1, 2), (1, 3), (3, 4))
    own = {
        thing(1): date(2024, 9, 1),
        thing(2): date(2025, 9, 1),
        thing(3): date(2025, 1, 1),
        thing(4): None,
    }

    days = told_on(kept.walk(thing(1)), own)

    assert [end.id for end in in_order(days)] == [1, 3, 4, 2]
    assert days[thing(4)] == date(2025, 1, 1)


def test_day_that_editors_set_comes_before_its_own():
    kept = graph((1, 2), on=date(2026, 2, 1))

    days = told_on(
        kept.walk(thing(1)), {thing(1): date(2024, 1, 1), thing(2): date(2020, 1, 1)}
    )

    assert days[thing(2)] == date(2026, 2, 1)


def test_what_has_no_step_is_left_out_but_leads_on():
    kept = graph((1, 2), (2, 3))

    days = told_on(
        kept.walk(thing(1)), {thing(1): date(2024, 1, 1), thing(3): date(2025, 1, 1)}
    )

    assert [end.id for end in in_order(days)] == [1, 3]


def test_months_are_whole():
    assert months_between(date(2025, 1, 20), date(2025, 8, 19)) == 6
    assert months_between(date(2025, 1, 20), date(2025, 8, 20)) == 7
    assert months_between(date(2025, 8, 20), date(2025, 1, 20)) == 0
