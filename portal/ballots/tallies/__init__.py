"""Tallies: counting ballots by a method, in the open.

Blank ballots (those that name no option still standing) are told and left out. Options
that are withdrawn are never counted or won; a ballot that names one counts for its
others. Ties are shown as ties: those that share first place all win, except that a
budget can't buy twice (its rule for ties is in `shares`). Without voters nobody wins.
"""

from collections.abc import Iterable, Sequence

from portal.ballots.tallies.budget import budget
from portal.ballots.tallies.checks import Code, Problem, check
from portal.ballots.tallies.choices import counted, read, tiers
from portal.ballots.tallies.consent import consent
from portal.ballots.tallies.counting import approval, dots, score
from portal.ballots.tallies.outcomes import Row, Tally, Working
from portal.ballots.tallies.ranking import ranking
from portal.ballots.tallies.terms import (
    Choice,
    Consent,
    Method,
    Option,
    Settings,
    standing,
)

__all__ = [
    "Code",
    "Consent",
    "Method",
    "Option",
    "Problem",
    "Row",
    "Settings",
    "Tally",
    "check",
    "tally",
    "tiers",
]


def tally(
    method: Method | str,
    ballots: Iterable[Choice],
    options: Sequence[Option],
    settings: Settings,
) -> Tally:
    """The result of ballots that were checked when they were cast."""
    method = Method(method)
    cast = [counted(method, read(method, ballot), options) for ballot in ballots]
    said = [choice for choice in cast if choice]
    stand = standing(options)
    rows, winners, working = results(method, said, stand, settings)
    return Tally(
        method=method,
        voters=len(said),
        blank=len(cast) - len(said),
        rows=rows,
        winners=winners,
        working=working,
    )


def results(
    method: Method,
    ballots: Sequence[Choice],
    options: Sequence[Option],
    settings: Settings,
) -> tuple[tuple[Row, ...], tuple[int, ...], Working | None]:
    ids = [option.id for option in options]
    match method:
        case Method.APPROVAL:
            return (*approval(ballots, ids), None)
        case Method.DOTS:
            return (*dots(ballots, ids), None)
        case Method.SCORE:
            return score(ballots, ids, settings.top_score)
        case Method.RANKING:
            return ranking(ballots, ids)
        case Method.CONSENT:
            return consent(ballots, ids)
        case Method.BUDGET:
            return budget(ballots, options, settings.budget)
