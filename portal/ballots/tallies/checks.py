"""What is wrong with a choice, as a code and the numbers that a sentence needs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from portal.ballots.tallies.choices import counted, names, read
from portal.ballots.tallies.terms import Choice, Method, Option, Settings


class Code(StrEnum):
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"
    TWICE = "twice"
    EMPTY = "empty"
    TOO_MANY_DOTS = "too-many-dots"
    TOO_MANY_ON_ONE = "too-many-on-one"
    OVER_BUDGET = "over-budget"
    GAP = "gap"
    OFF_SCALE = "off-scale"


@dataclass(frozen=True)
class Problem:
    """number: what was given, or the first rank left out. limit: what is allowed."""

    code: Code
    option: int | None = None
    number: int = 0
    limit: int = 0


def check(
    method: Method | str, choice: Choice, options: Sequence[Option], settings: Settings
) -> Problem | None:
    """The first problem. What is withdrawn may be named, and counts for nothing."""
    method = Method(method)
    try:
        choice = read(method, choice)
    except (TypeError, ValueError):
        return Problem(Code.UNREADABLE)
    counts = counted(method, choice, options)
    return (
        unknown(names(method, choice), options)
        or unfit(method, choice, counts, options, settings)
        or (None if counts else Problem(Code.EMPTY))
    )


def unknown(named: Sequence[int], options: Sequence[Option]) -> Problem | None:
    """An option that is none of ours, or one named twice."""
    known = {option.id for option in options}
    for option, times in Counter(named).items():
        if option not in known:
            return Problem(Code.UNKNOWN, option)
        if times > 1:
            return Problem(Code.TWICE, option, times, 1)
    return None


def unfit(
    method: Method,
    choice: Choice,
    counts: Choice,
    options: Sequence[Option],
    settings: Settings,
) -> Problem | None:
    """Something that the method or its settings don't allow."""
    match method:
        case Method.DOTS:
            return dots(counts, settings)
        case Method.SCORE:
            return scale(counts, settings.top_score)
        case Method.RANKING:
            return gap(choice)
        case Method.BUDGET:
            return cost(counts, options, settings.budget)
        case _:
            return None


def dots(choice: Mapping[int, int], settings: Settings) -> Problem | None:
    for option, number in choice.items():
        if number < 0:
            return Problem(Code.OFF_SCALE, option, number, settings.most_dots)
        if number > settings.most_dots:
            return Problem(Code.TOO_MANY_ON_ONE, option, number, settings.most_dots)
    given = sum(choice.values())
    if given > settings.dots:
        return Problem(Code.TOO_MANY_DOTS, number=given, limit=settings.dots)
    return None


def scale(choice: Mapping[int, int], top: int) -> Problem | None:
    for option, number in choice.items():
        if not 0 <= number <= top:
            return Problem(Code.OFF_SCALE, option, number, top)
    return None


def gap(choice: Sequence[Sequence[int]]) -> Problem | None:
    for number, tier in enumerate(choice, 1):
        if not tier and any(choice[number:]):
            return Problem(Code.GAP, number=number)
    return None


def cost(
    choice: Sequence[int], options: Sequence[Option], budget: int
) -> Problem | None:
    costs = {option.id: option.cost for option in options}
    total = sum(costs[option] for option in choice)
    if total > budget:
        return Problem(Code.OVER_BUDGET, number=total, limit=budget)
    return None
