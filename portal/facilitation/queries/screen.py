"""What a poll looks like on the wall once it has closed."""

from dataclasses import dataclass

from portal.ballots.models import Poll, PollState
from portal.ballots.queries.polls import Titled, choices, titled
from portal.ballots.queries.results import recount
from portal.suppression import LEAST

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
    tally = recount(found.ballots)
    count = tally.voters + tally.blank
    if count < LEAST:
        return Shown(poll, count, [])
    words = {choice.id: choice for choice in choices(poll.id, language)}
    rows = [
        Standing(
            row.place,
            row.option in tally.winners,
            words[row.option].title,
            words[row.option].language,
        )
        for row in tally.rows[:ROWS]
        if row.option in words
    ]
    return Shown(poll, count, rows)
