"""What a poll leaves behind when it closes: the list of its ballots, which anybody can
count again, and the figures by voice and way, which nobody can."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from portal.accounts.models import Voice
from portal.ballots.sealing import Content
from portal.ballots.suppression import Breakdown, breakdown
from portal.ballots.tallies import Method, Option, Settings, tally
from portal.workshops.models import Way

# From so many ballots on, a receipt stands beside its choice.
FEWEST_WITH_RECEIPTS = 20

Figures = dict[str, dict[str, int | list[int] | None]]


@dataclass(frozen=True)
class Question:
    """What was voted on, as it counts."""

    poll: int
    method: Method
    options: Sequence[Option]
    settings: Settings


def list_of(question: Question, contents: Sequence[Content]) -> str:
    """The ballots as JSON: by receipt where they are many, else each without its
    receipt, in an order that comes from the choices alone."""
    many = len(contents) >= FEWEST_WITH_RECEIPTS
    ballots: list[dict[str, object]]
    if many:
        in_order = sorted(contents, key=lambda content: content.receipt)
        ballots = [
            {"receipt": content.receipt, "choice": in_no_order(content.choice)}
            for content in in_order
        ]
    else:
        said = (in_no_order(content.choice) for content in contents)
        choices = sorted(said, key=as_json)
        ballots = [{"choice": choice} for choice in choices]
    receipts = [] if many else sorted(content.receipt for content in contents)
    return as_json(
        {
            "poll": question.poll,
            "method": question.method,
            "settings": asdict(question.settings),
            "options": [asdict(option) for option in question.options],
            "ballots": ballots,
            "receipts": receipts,
        }
    )


def in_no_order(choice: Any) -> Any:
    """The choice without the order of what is equal in it: that in which the options
    stood on a ballot is the voter's own, and would tell whose it is."""
    if not isinstance(choice, list):
        return choice
    if any(isinstance(tier, list) for tier in choice):
        return [sorted(tier) for tier in choice]
    return sorted(choice)


def result_of(
    question: Question,
    contents: Sequence[Content],
    electors: int,
    earlier: Iterable[Mapping[str, Any]],
) -> dict[str, Any]:
    """The figures that can't be had from the list. `earlier` are the results of the
    polls of the same workshop that have closed."""
    before = list(earlier)
    voices = _shown(
        "voices", Voice, (item.voice for item in contents), electors, before
    )
    ways = _shown("ways", Way, (item.way for item in contents), electors, before)
    return {
        "electors": electors,
        "ballots": len(contents),
        "voices": asdict(voices),
        "by_voice": {
            voice: figures_of(
                question, [item.choice for item in contents if item.voice == voice]
            )
            for voice in voices.counts
        },
        "ways": asdict(ways),
    }


def figures_of(question: Question, choices: Sequence[object]) -> Figures:
    """The figures of each option in a tally of these ballots alone."""
    rows = tally(question.method, choices, question.options, question.settings).rows
    return {
        str(row.option): {name: _plain(figure) for name, figure in row.figures.items()}
        for row in rows
    }


def _shown(
    name: str,
    groups: type[StrEnum],
    found: Iterable[str],
    electors: int,
    before: Iterable[Mapping[str, Any]],
) -> Breakdown[str]:
    counts = Counter(found)
    every = {group.value: counts[group.value] for group in groups}
    earlier: list[Breakdown[str]] = [Breakdown(**result[name]) for result in before]
    return breakdown(every, electors, earlier)


def _plain(figure: int | Fraction | None) -> int | list[int] | None:
    if isinstance(figure, Fraction):
        return [figure.numerator, figure.denominator]
    return figure


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
