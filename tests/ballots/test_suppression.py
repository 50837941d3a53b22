"""Nobody learns of a handful from what is shown: tried by whoever tries hardest."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.ballots.suppression import Breakdown, breakdown, shown

pytestmark = pytest.mark.no_database

VOICES = ("resident", "expert", "partner", "staff")
COUNTS = st.fixed_dictionaries(
    {voice: st.one_of(st.integers(0, 9), st.integers(0, 60)) for voice in VOICES}
)


@pytest.mark.parametrize(
    ("counts", "groups"),
    [
        ((60, 20, 9, 5), {0, 1, 2, 3}),
        ((60, 20, 9, 0), {0, 1, 2}),
        ((58, 30, 10, 4), {0, 1}),  # 102 in all: three named would leave the four
        ((60, 20, 4, 3), {0, 1}),
        ((60, 20, 2, 2), {0}),
        ((60, 20, 4, 0), {0}),
        ((60, 20, 20, 4), {0}),
        ((60, 20, 4, 4), {0, 1}),
        ((20, 20, 4, 0), set()),
        ((60, 4, 0, 0), set()),
        ((60, 0, 0, 0), set()),
        ((3, 4, 2, 1), set()),
        ((0, 0, 0, 0), set()),
    ],
)
def test_groups_shown(counts, groups):
    assert shown(dict(enumerate(counts))) == groups


def test_groups_that_are_all_of_four_take_another_with_them():
    assert shown({"a": 60, "b": 20, "c": 4, "d": 4}) == {"a"}


@given(COUNTS)
def test_rest_is_nobody_or_five_of_two_groups_or_more(counts):
    groups = shown(counts)

    hidden = [
        counts[voice] for voice in VOICES if voice not in groups and counts[voice]
    ]
    assert all(counts[voice] >= 5 for voice in groups)
    assert not groups or not hidden or (len(hidden) > 1 and sum(hidden) >= 5)


@given(COUNTS, st.permutations(VOICES))
def test_groups_are_treated_alike(counts, order):
    renamed = dict(zip(VOICES, order, strict=True))

    other = shown({renamed[voice]: count for voice, count in counts.items()})

    assert other == {renamed[voice] for voice in shown(counts)}


@pytest.mark.parametrize(("groups", "people"), [(2, 24), (3, 20), (4, 15)])
def test_knowing_the_rule_does_not_give_a_handful(groups, people):
    # Every world of so many people or fewer, by what is published of it.
    worlds = defaultdict(list)
    for counts in product(range(people + 1), repeat=groups):
        if sum(counts) <= people:
            told = shown(dict(enumerate(counts)))
            published = tuple((group, counts[group]) for group in sorted(told))
            worlds[sum(counts), published].append(counts)

    for possible in worlds.values():
        for group in range(groups):
            sizes = {counts[group] for counts in possible}
            assert len(sizes) > 1 or not 1 <= sizes.pop() <= 4


def below(limits):
    return product(*(range(limit + 1) for limit in limits))


@pytest.mark.parametrize(("electors", "absent"), [(10, 3), (12, 2)])
def test_two_polls_do_not_give_a_handful(electors, absent):
    # Three groups, a handful being one or two; who votes differs between the polls.
    worlds = defaultdict(list)
    for members in product(range(electors + 1), repeat=3):
        if sum(members) != electors or max(members) == electors:
            continue
        turnouts = [each for each in below(members) if sum(each) >= electors - absent]
        for first, second in product(turnouts, repeat=2):
            one = breakdown(dict(enumerate(first)), electors, (), 3)
            two = breakdown(dict(enumerate(second)), electors, [one], 3)
            key = tuple((poll.voters, *poll.counts.items()) for poll in (one, two))
            worlds[key].append((members, first, second))

    assert any(len(one) > 1 and len(two) > 1 for one, two in worlds)
    for possible in worlds.values():
        for group in range(3):
            for known in (
                {first[group] for _, first, _ in possible},
                {second[group] for _, _, second in possible},
                {members[group] - first[group] for members, first, _ in possible},
                {members[group] - second[group] for members, _, second in possible},
            ):
                assert len(known) > 1 or not 1 <= known.pop() <= 2
