"""What a poll looks like on the wall once it has closed."""

import json
from dataclasses import dataclass
from functools import lru_cache

from portal.ballots.models import Poll, PollState
from portal.ballots.queries.polls import Titled, choices, titled
from portal.ballots.suppression import LEAST
from portal.ballots.tallies import Option, Settings, tally

ROWS = 6


@dataclass(frozen=True)
class Standing:
    place: int
    won: bool
    title: str
    language: str


@dataclass(frozen=True)
class Shown:
    """The result of a poll: totals only. Of a handful of ballots nothing is shown."""

    poll: Titled
    ballots: int
    rows: list[Standing]


def newest_result(workshop_id: int, language: str) -> Shown | None:
    """Of the poll that closed last."""
    these = (Poll.workshop == workshop_id) & (Poll.state == PollState.CLOSED)
    newest = Poll.select().where(these).order_by(Poll.closed_at.desc(), Poll.id.desc())
    found = newest.first()
    if found is None:
        return None
    poll = titled([found], language)[0]
    count, places, winners = counted(found.ballots)
    if count < LEAST:
        return Shown(poll, count, [])
    words = {choice.id: choice for choice in choices(poll.id, language)}
    rows = [
        Standing(place, option in winners, words[option].title, words[option].language)
        for option, place in places[:ROWS]
        if option in words
    ]
    return Shown(poll, count, rows)


@lru_cache(maxsize=64)
def counted(ballots: str) -> tuple[int, list[tuple[int, int]], frozenset[int]]:
    """How many ballots, the options by place, and the winners. A closed list never
    changes."""
    listed = json.loads(ballots or "{}")
    if not listed.get("ballots"):
        return 0, [], frozenset()
    result = tally(
        listed["method"],
        [ballot["choice"] for ballot in listed["ballots"]],
        [Option(**option) for option in listed["options"]],
        Settings(**listed["settings"]),
    )
    rows = sorted(result.rows, key=lambda row: row.place)
    places = [(row.option, row.place) for row in rows]
    return len(listed["ballots"]), places, frozenset(result.winners)
