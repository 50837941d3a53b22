"""Where voices agree and where they differ, from the figures that are told of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from flask_babel import format_decimal, format_percent

from portal.accounts.models import Voice
from portal.ballots.queries.results import Group, Line, Result
from portal.ballots.tallies import Method
from portal.ballots.tallies.outcomes import Figure
from portal.i18n import language

NEAR, FAR = Fraction(1, 10), Fraction(1, 5)
MOST = 3
# The figure that says how many of a group went for an option, and the one by which
# options are put in order.
BACKERS = {
    Method.APPROVAL: "approvals",
    Method.DOTS: "givers",
    Method.RANKING: "first",
    Method.CONSENT: "agree",
    Method.BUDGET: "supporters",
}
DECISIVE = {**BACKERS, Method.DOTS: "dots", Method.SCORE: "points"}


@dataclass(frozen=True)
class Level:
    """How far a group, or everybody, goes for an option, from 0 to 1, and the words
    for it."""

    voice: Voice | None
    part: Fraction
    words: str

    @property
    def percent(self) -> float:
        return round(float(self.part * 100), 1)


@dataclass(frozen=True)
class Compared:
    line: Line
    levels: list[Level]

    @property
    def gap(self) -> Fraction:
        parts = [level.part for level in self.levels]
        return max(parts) - min(parts)

    @property
    def highest(self) -> Level:
        return max(self.levels, key=lambda level: level.part)

    @property
    def lowest(self) -> Level:
        return min(self.levels, key=lambda level: level.part)


@dataclass(frozen=True)
class Comparison:
    """`first` are the options that came first in each group, `by_all` those that did
    in every group."""

    compared: list[Compared]
    first: list[tuple[Voice, list[Line]]]

    @property
    def several(self) -> bool:
        """There are groups to compare."""
        return len(self.first) > 1

    @property
    def by_all(self) -> list[Line]:
        chosen = [lines for _voice, lines in self.first]
        return [
            line
            for line in (chosen[0] if chosen else [])
            if all(line in lines for lines in chosen)
        ]

    def level(self, voice: Voice, line: Line) -> Level:
        (one,) = [one for one in self.compared if one.line is line]
        return next(level for level in one.levels if level.voice == voice)

    @property
    def alike(self) -> list[Compared]:
        """Options that all groups value about the same, the most wanted first."""
        near = [one for one in self.compared if one.gap <= NEAR and one.highest.part]
        near.sort(key=lambda one: one.lowest.part, reverse=True)
        return near[:MOST]

    @property
    def apart(self) -> list[Compared]:
        far = [one for one in self.compared if one.gap >= FAR]
        return sorted(far, key=lambda one: one.gap, reverse=True)[:MOST]


def comparison(result: Result) -> Comparison:
    return Comparison(
        [
            Compared(line, [level(result, group, line) for group in result.groups])
            for line in result.lines
        ],
        [(group.voice, first(result, group)) for group in result.groups],
    )


def bars(result: Result) -> dict[int, Level]:
    """How far all who voted go for each option."""
    return {
        line.choice.id: Level(None, part, in_words(result, line.figures, part))
        for line in result.lines
        for part in [share(result, line.figures, result.ballots)]
    }


def level(result: Result, group: Group, line: Line) -> Level:
    figures = group.figures[line.choice.id]
    part = share(result, figures, group.voters)
    return Level(group.voice, part, in_words(result, figures, part))


def share(result: Result, figures: Mapping[str, Figure], voters: int) -> Fraction:
    """How far these voters go for an option, from 0 to 1."""
    if result.tally.method is Method.SCORE:
        return Fraction(figures["mean"] or 0) / result.poll.settings.top_score
    backers = figures[BACKERS[result.tally.method]]
    return Fraction(backers or 0) / voters if voters else Fraction(0)


def in_words(result: Result, figures: Mapping[str, Figure], part: Fraction) -> str:
    if result.tally.method is Method.SCORE:
        mean = figures["mean"]
        return str(format_decimal(float(mean), "0.0")) if mean is not None else "–"
    return str(format_percent(float(part)))


def first(result: Result, group: Group) -> list[Line]:
    """What came first in the group; nothing where nobody wanted anything."""
    if result.tally.method is Method.RANKING:
        ways = {line.choice.id: beaten(group, line) for line in result.lines}
        best = min(ways.values(), default=0)
        return [line for line in result.lines if ways[line.choice.id] == best]
    name = DECISIVE[result.tally.method]
    sums = {
        line.choice.id: group.figures[line.choice.id][name] or 0
        for line in result.lines
    }
    most = max(sums.values(), default=0)
    return [line for line in result.lines if most and sums[line.choice.id] == most]


def beaten(group: Group, line: Line) -> Fraction:
    return Fraction(group.figures[line.choice.id]["beaten_by"] or 0)


def money(sum_: Fraction) -> str:
    """Euros and cents, rounded down: `12,34 €`."""
    cents = int(sum_ * 100)
    written = format_decimal(Decimal(cents) / 100, "#,##0.00")
    return f"€{written}" if language() == "en" else f"{written}\N{NO-BREAK SPACE}€"
