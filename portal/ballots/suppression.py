"""Which groups a breakdown may show, so that it tells nothing of a handful of people.

Groups are voices, or ways of taking part; each voter is in one. A handful is 1 to 4.
What is public anyway: how many may vote, how many did, and what all of them chose.

Within one poll (`portal.suppression.shown`)
1. A group of 1 to 4 is hidden, and looks like one that is empty.
2. The total less what is shown is the hidden rest. Where it holds a handful, it holds
   two groups or more and five people or more; else the smallest shown group is hidden
   as well, with every group of the same size. If none is left, none is shown.
3. Hidden groups that are all of exactly 4 are not enough: their number would tell.
   One group that has everybody is no breakdown, and is not shown.
4. A group that is shown is shown with all its figures, the others with none. So totals
   less shown figures (voters, approvals, points, dots, shares, pairs of a ranking) are
   always of the whole rest, never of one hidden group.
5. A group's size is its ballots cast, blank ones too. Reasons are never told by group.

Nobody gets further, even knowing these rules and this code: they treat groups alike,
so whatever hides in one hidden group may as well hide in another. One could be pinned
only if all had to be of one size; rules 2 and 3 leave none such.

Over several polls of one workshop, and over time (`breakdown`)
6. A breakdown is made once, when a poll closes, and never anew. People who joined, who
   may vote and who did not vote are told as totals only, never by group.
7. Polls of one workshop show the same groups, or none. After one that showed none,
   others show none either, unless at most half of its electors voted in it.
8. Two polls show by their difference who voted in one only. So each group's greatest
   count is laid beside the electors: those never seen voting are the slack. Where a
   count is not the greatest, what it lacks and the slack come to five or more; else
   the later poll shows none.
9. Voices and ways are told apart, never crossed. Ways have no figures but voters.

What remains: a group or a rest that is of one mind shows what each in it chose. And
who reasons not from what is shown but from why a later poll shows nothing may, in rare
shapes of two groups, still conclude something.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic

from portal.suppression import LEAST, Group, hides, outside, shown


@dataclass(frozen=True)
class Breakdown(Generic[Group]):
    """Of so many electors so many voted, and how many in each group that is shown."""

    electors: int
    voters: int
    counts: dict[Group, int]

    @property
    def rest(self) -> int:
        """Voters in groups that are not shown."""
        return self.voters - sum(self.counts.values())


def breakdown(
    counts: Mapping[Group, int],
    electors: int,
    earlier: Iterable[Breakdown[Group]] = (),
    least: int = LEAST,
) -> Breakdown[Group]:
    """What a poll that closes may show beside earlier polls of its workshop.

    Counts has every group there is, also the empty ones.
    """
    before = list(earlier)
    told = [poll for poll in before if poll.counts]
    groups = told[0].counts.keys() if told else shown(counts, least)
    voters = sum(counts.values())
    poll = Breakdown(
        electors,
        voters,
        {group: count for group, count in counts.items() if group in groups},
    )
    if (
        stands(poll, outside(counts, groups), least)
        and agrees([*told, poll], least)
        and all(few(other) for other in before if not other.counts)
    ):
        return poll
    return Breakdown(electors, voters, {})


def stands(poll: Breakdown[Group], hidden: Collection[int], least: int) -> bool:
    """Whether it may be shown if it were the only one."""
    return hides(hidden, least) and min(poll.counts.values(), default=0) >= least


def agrees(polls: Collection[Breakdown[Group]], least: int) -> bool:
    """Whether no two of them tell by their difference of a handful who voted once.

    They show the same groups.
    """
    parts = [poll.counts | {None: poll.rest} for poll in polls]
    greatest = {group: max(part[group] for part in parts) for group in parts[0]}
    slack = max(poll.electors for poll in polls) - sum(greatest.values())
    lacks = (greatest[group] - part[group] for part in parts for group in part)
    return all(not lack or lack + slack >= least for lack in lacks)


def few(poll: Breakdown[Group]) -> bool:
    """Whether at most half of the electors voted."""
    return poll.voters * 2 <= poll.electors
