"""What the desk shows of a workshop: a few numbers, its polls, what can be pinned."""

from dataclasses import dataclass

from peewee import JOIN, Expression, fn

from portal.ballots.models import Ballot, Elector, Poll, PollState
from portal.ballots.queries.polls import Titled, polls
from portal.db import rows, tuples
from portal.proposals.models import Comment, Proposal, Rewording, State
from portal.workshops.models import Participant, Way, Workshop

NEWEST = 6


@dataclass(frozen=True)
class Figures:
    """How many have joined, how much waits for a moderator, is on the board, of that
    came on paper, and how many ballots are in the boxes of open polls."""

    people: int
    waiting: int
    published: int
    paper: int
    cast: int


@dataclass(frozen=True)
class Box:
    """An unfinished or open poll, with how many ballots are in its box."""

    poll: Titled
    cast: int
    electors: int


@dataclass(frozen=True)
class Pinnable:
    id: int
    suggestion: str
    language: str
    pinned: bool


def figures(workshop_id: int) -> Figures:
    """In one statement: a desk asks again and again."""
    here = Proposal.workshop == workshop_id
    on_board = here & (Proposal.state == State.PUBLISHED)
    waiting = [
        Proposal.select(fn.COUNT(Proposal.id)).where(
            here, Proposal.state == State.WAITING
        ),
        Comment.select(fn.COUNT(Comment.id))
        .join(Proposal)
        .where(here, Comment.state == State.WAITING),
        Rewording.select(fn.COUNT(Rewording.id))
        .join(Proposal)
        .where(here, ~Rewording.returned),
    ]
    found = Workshop.select(
        Participant.select(fn.COUNT(Participant.id)).where(
            Participant.workshop == workshop_id
        ),
        *waiting,
        Proposal.select(fn.COUNT(Proposal.id)).where(on_board),
        Proposal.select(fn.COUNT(Proposal.id)).where(
            on_board, Proposal.way == Way.PAPER
        ),
        Ballot.select(fn.COUNT(Ballot.name))
        .join(Poll)
        .where(Poll.workshop == workshop_id, Poll.state == PollState.OPEN),
    ).where(Workshop.id == workshop_id)
    people, *queues, published, paper, cast = tuples(found)[0]
    return Figures(people, sum(queues), published, paper, cast)


def boxes(workshop_id: int, language: str) -> list[Box]:
    """The polls of a workshop that are not closed."""
    found = polls(workshop_id, language, drafts=True)
    these = Poll.workshop == workshop_id
    cast = counted(Ballot, fn.COUNT(Ballot.name), these)
    electors = counted(Elector, fn.COUNT(Elector.id), these)
    return [
        Box(poll, cast.get(poll.id, 0), electors.get(poll.id, 0))
        for poll in found
        if poll.poll.state is not PollState.CLOSED
    ]


def counted(
    model: type[Ballot] | type[Elector], count: object, these: Expression
) -> dict[int, int]:
    query = model.select(Poll.id, count).join(Poll, JOIN.INNER).where(these)
    return dict(tuples(query.group_by(Poll.id)))


def pinnable(workshop_id: int) -> list[Pinnable]:
    """Those that are pinned, and the newest on the board."""
    columns = (Proposal.id, Proposal.suggestion, Proposal.language, Proposal.pinned)
    on_board = (Proposal.workshop == workshop_id) & (Proposal.state == State.PUBLISHED)
    order = (Proposal.pinned.desc(), Proposal.published_at.desc(), Proposal.id.desc())
    found = rows(
        Proposal.select(*columns).where(on_board).order_by(*order).limit(60), Pinnable
    )
    pinned = sum(row.pinned for row in found)
    return found[: pinned + NEWEST]
