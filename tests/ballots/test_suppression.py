"""Nobody learns of a handful from what is shown: tried by whoever tries hardest."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from portal.ballots.suppression import breakdown
from portal.suppression import shown
from tests.ballots.attacker import Attacker

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
        ((60, 20, 4, 4), {0}),  # eight of two handfuls are four and four
        ((20, 20, 4, 0), set()),
        ((60, 4, 0, 0), set()),
        ((60, 0, 0, 0), set()),
        ((3, 4, 2, 1), set()),
        ((0, 0, 0, 0), set()),
    ],
)
def test_groups_shown(counts, groups):
    assert shown(dict(enumerate(counts))) == groups


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


def test_later_polls_show_the_same_groups_or_none():
    first = breakdown({"a": 30, "b": 20, "c": 3, "d": 2}, 90)
    more = breakdown({"a": 30, "b": 20, "c": 9, "d": 2}, 90, [first])
    fewer = breakdown({"a": 30, "b": 4, "c": 9, "d": 2}, 90, [first, more])

    assert first.counts == more.counts == {"a": 30, "b": 20}
    assert (first.rest, more.rest) == (5, 11)
    assert (fewer.counts, fewer.voters, fewer.rest) == ({}, 45, 45)


@pytest.mark.parametrize(("electors", "shows"), [(36, False), (39, False), (40, True)])
def test_later_polls_do_not_tell_of_one_who_stayed_away(electors, shows):
    # 36 have been seen voting; with 40 electors, five may have stayed away from one.
    first = breakdown({"a": 20, "b": 15}, electors)

    second = breakdown({"a": 20, "b": 16}, electors, [first])

    assert bool(second.counts) == shows


def test_a_poll_that_shows_none_binds_later_ones_unless_few_voted():
    small, large = {"a": 4, "b": 9}, {"a": 10, "b": 10}

    assert breakdown(large, 40, [breakdown(small, 40)]).counts == large
    assert breakdown(large, 25, [breakdown(small, 25)]).counts == {}


@st.composite
def evenings(draw):
    """Members by voice; for each poll who in each voice says yes, no and nothing."""
    small = st.one_of(st.integers(0, 7), st.integers(0, 40))
    members = {voice: draw(small) for voice in VOICES}
    polls = []
    for _ in range(draw(st.integers(1, 3))):
        absent = {v: draw(st.integers(0, min(n, 3))) for v, n in members.items()}
        yes = {v: draw(st.integers(0, n - absent[v])) for v, n in members.items()}
        polls.append((absent, yes))
    return members, polls


@given(evenings())
def test_figures_of_all_polls_together_do_not_give_a_handful(evening):
    members, polls = evening
    assume(sum(map(bool, members.values())) > 1)
    electors, told, attacker = sum(members.values()), [], Attacker()
    attacker.learn([("member", voice) for voice in VOICES], electors)
    for at, (absent, yes) in enumerate(polls):
        counts = {voice: members[voice] - absent[voice] for voice in VOICES}
        poll = breakdown(counts, electors, told)
        told.append(poll)
        for voice in VOICES:
            voters = (at, "voters", voice)
            attacker.learn([(at, "yes", voice), (at, "no", voice)], voters)
            attacker.learn([voters, (at, "absent", voice)], ("member", voice))
            if voice in poll.counts:
                attacker.learn([voters], counts[voice])
                attacker.learn([(at, "yes", voice)], yes[voice])
        attacker.learn([(at, "voters", voice) for voice in VOICES], poll.voters)
        attacker.learn([(at, "yes", voice) for voice in VOICES], sum(yes.values()))

    attacker.conclude()

    for at, (poll, (absent, yes)) in enumerate(zip(told, polls, strict=True)):
        hidden = [voice for voice in VOICES if voice not in poll.counts]
        said = sum(yes[voice] for voice in hidden)
        for voice in VOICES:
            low, high = attacker.bounds((at, "absent", voice))
            assert low < high or not 1 <= low <= 4
        for voice in hidden:
            low, high = attacker.bounds((at, "voters", voice))
            assert low < high or not 1 <= low <= 4
            if 1 <= members[voice] - absent[voice] <= 4 and 0 < said < poll.rest:
                low, high = attacker.bounds((at, "yes", voice))
                assert low < high
