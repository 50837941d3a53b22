"""The result of a closed poll. Totals are counted again from the list of ballots;
what is told by voice and way was fixed when the poll closed."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeVar

from portal.accounts.models import Voice
from portal.ballots.models import (
    Poll,
    PollOption,
    PollOptionText,
    PollState,
    Reason,
)
from portal.ballots.queries.polls import Choice, Titled, choices, titled
from portal.ballots.tallies import Option, Settings, Tally, tally
from portal.ballots.tallies.outcomes import Figure
from portal.directory.queries.names import in_language
from portal.proposals.models import State
from portal.suppression import LEAST
from portal.workshops.models import Way

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True)
class Line:
    """An option and where it came."""

    choice: Choice
    place: int
    tied: bool
    won: bool
    figures: Mapping[str, Figure]


@dataclass(frozen=True)
class Group:
    """A voice that is told: how many of it voted, and the figures of each option."""

    voice: Voice
    voters: int
    figures: Mapping[int, Mapping[str, Figure]]


@dataclass(frozen=True)
class Result:
    poll: Titled
    electors: int
    ballots: int
    paper_missing: int
    tally: Tally
    lines: list[Line]
    withdrawn: list[Choice]
    groups: list[Group]
    ways: list[tuple[Way, int]]
    reasons: list[Reason]

    @property
    def handful(self) -> bool:
        """So few voted that nothing is told but what won."""
        return self.ballots < LEAST

    @property
    def winners(self) -> list[Choice]:
        return [line.choice for line in self.lines if line.won]

    @property
    def untold(self) -> list[Voice]:
        told = {group.voice for group in self.groups}
        return [voice for voice in Voice if voice not in told]

    @property
    def untold_ways(self) -> list[Way]:
        told = {way for way, _voters in self.ways}
        return [way for way in Way if way not in told]

    def choice(self, option: int) -> Choice:
        return next(line.choice for line in self.lines if line.choice.id == option)


@dataclass(frozen=True)
class Outcome:
    """A closed poll in a few words: what won, each with its language."""

    poll: Titled
    ballots: int
    winners: list[tuple[str, str]]


def result(poll: Titled, language: str) -> Result:
    told = json.loads(poll.poll.result)
    found = {choice.id: choice for choice in choices(poll.id, language)}
    count = recount(poll.poll.ballots)
    return Result(
        poll=poll,
        electors=told["electors"],
        ballots=told["ballots"],
        paper_missing=told["paper_missing"],
        tally=count,
        lines=lines(count, found),
        withdrawn=[choice for choice in found.values() if choice.withdrawn],
        groups=groups(told),
        ways=shown(Way, told["ways"]["counts"]),
        reasons=reasons(poll.id),
    )


def outcomes(workshop_id: int, language: str) -> list[Outcome]:
    """Of the closed polls of a workshop, the one that closed last first."""
    these = (Poll.workshop == workshop_id) & (Poll.state == PollState.CLOSED)
    rows = Poll.select().where(these).order_by(Poll.closed_at.desc(), Poll.id.desc())
    closed = list(rows)
    if not closed:
        return []
    polls = titled(closed, language)
    won = {poll.id: recount(poll.poll.ballots).winners for poll in polls}
    texts: dict[int, dict[str, PollOptionText]] = defaultdict(dict)
    every = [option for options in won.values() for option in options]
    for text in PollOptionText.select().where(PollOptionText.option.in_(every)):
        texts[text.option][text.language] = text
    words = {option: in_language(texts[option], language) for option in every}
    return [
        Outcome(
            poll,
            json.loads(poll.poll.result)["ballots"],
            [(words[option][0].title, words[option][1]) for option in won[poll.id]],
        )
        for poll in polls
    ]


@lru_cache(maxsize=64)
def recount(ballots: str) -> Tally:
    """The tally of a list of ballots, which never changes once it is there."""
    held = json.loads(ballots)
    return tally(
        held["method"],
        [ballot["choice"] for ballot in held["ballots"]],
        [Option(**option) for option in held["options"]],
        Settings(**held["settings"]),
    )


def lines(count: Tally, found: Mapping[int, Choice]) -> list[Line]:
    places = [row.place for row in count.rows]
    return [
        Line(
            found[row.option],
            row.place,
            places.count(row.place) > 1,
            row.option in count.winners,
            row.figures,
        )
        for row in count.rows
    ]


def groups(told: Mapping[str, Any]) -> list[Group]:
    return [
        Group(
            voice,
            voters,
            {
                int(option): {name: figure(value) for name, value in figures.items()}
                for option, figures in told["by_voice"][voice].items()
            },
        )
        for voice, voters in shown(Voice, told["voices"]["counts"])
    ]


def shown(words: type[Word], counts: Mapping[str, int]) -> list[tuple[Word, int]]:
    return [(word, counts[word]) for word in words if word in counts]


def figure(value: int | list[int] | None) -> Figure:
    return Fraction(*value) if isinstance(value, list) else value


def reasons(poll_id: int) -> list[Reason]:
    """Those that a moderator has published, in no telling order."""
    these = (PollOption.poll == poll_id) & (Reason.state == State.PUBLISHED)
    found = Reason.select().join(PollOption).where(these)
    return list(found.order_by(Reason.option, Reason.stance.desc(), Reason.body))
