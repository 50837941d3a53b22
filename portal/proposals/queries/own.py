"""What is the visitor's own beside a board, in one statement for all of it."""

from dataclasses import dataclass, field, replace
from typing import Any

from peewee import JOIN, Expression, fn

from portal.accounts.models import User
from portal.moderation.queries import Verdict, verdicts
from portal.proposals.models import KIND, Draft, Merger, Proposal, Rewording, State
from portal.proposals.queries.mergers import asked_about, merged_from_theirs
from portal.proposals.queries.proposals import worries
from portal.workshops.models import Participant, Way, Workshop

NOT_THERE = [State.WAITING, State.RETURNED, State.HIDDEN]
NOBODY = 0


@dataclass(frozen=True)
class Mine:
    """A proposal of the visitor's own that waits or has come back, or whose new words
    have; of one that has come back, what was decided of it. It worries us when it
    waits and tells of danger."""

    id: int
    state: State
    suggestion: str
    language: str
    new_words: bool
    returned: bool
    worries: bool = False
    decided: Verdict | None = None


@dataclass(frozen=True)
class Own:
    """`waiting` are one's proposals that are not on the board as one wrote them, newest
    first. `asked` and `became`: how many mergers one is asked about, and how many of
    the proposals one supports are part of another now."""

    waiting: list[Mine] = field(default_factory=list)
    draft: Draft | None = None
    asked: int = 0
    became: int = 0


def own(workshop_id: int, me: Participant | None, user: User | None = None) -> Own:
    """What is of one's seat, and the proposals that one entered for somebody."""
    if me is None and user is None:
        return Own()
    seat = me.id if me else NOBODY
    theirs = Proposal.alias()
    asked = Merger.select(fn.COUNT(Merger.id)).where(asked_about(workshop_id, seat))
    became = Proposal.select(fn.COUNT(Proposal.id)).where(
        merged_from_theirs(workshop_id, seat)
    )
    found: list[Any] = list(
        Workshop.select(
            Workshop.id,
            Draft,
            theirs.id,
            theirs.state,
            theirs.suggestion,
            theirs.problem,
            theirs.helps,
            theirs.language,
            Rewording,
            asked.alias("asked"),
            became.alias("became"),
        )
        .join(Draft, JOIN.LEFT_OUTER, on=Draft.participant == seat, attr="draft")
        .switch(Workshop)
        .join(
            theirs, JOIN.LEFT_OUTER, on=which(theirs, workshop_id, me, user), attr="own"
        )
        .join(
            Rewording,
            JOIN.LEFT_OUTER,
            on=Rewording.proposal == theirs.id,
            attr="new_words",
        )
        .where(Workshop.id == workshop_id)
        .order_by(theirs.id.desc())
    )
    waiting = [mine(row.own) for row in found if getattr(row, "own", None)]
    first = found[0]
    draft = getattr(first, "draft", None)
    return Own(judged(waiting), draft, first.asked, first.became)


def which(
    theirs: Any, workshop_id: int, me: Participant | None, user: User | None
) -> Expression:
    """Of a proposal: it is the visitor's own, and not on the board as they wrote it."""
    written = theirs.id < 0
    if me:
        written |= theirs.author == me.id
    if user:
        # Of paper cards, of which one enters many, only those that came back.
        still_out = (theirs.way == Way.PAPER) & (theirs.state == State.WAITING)
        written |= (theirs.entered_by == user.id) & ~still_out
    changing = theirs.id.in_(Rewording.select(Rewording.proposal))
    published = (theirs.state == State.PUBLISHED) & changing
    erased = (theirs.state != State.WAITING) & (theirs.suggestion == "")
    missing = (theirs.state.in_(NOT_THERE) & ~erased) | published
    return (theirs.workshop == workshop_id) & written & missing


def mine(own: Any) -> Mine:
    new_words = getattr(own, "new_words", None)
    returned = new_words.returned if new_words else own.state is State.RETURNED
    return Mine(
        own.id,
        own.state,
        own.suggestion,
        own.language,
        new_words=new_words is not None,
        returned=returned,
        worries=worries(own, new_words),
    )


def judged(waiting: list[Mine]) -> list[Mine]:
    """With what was decided of those that came back or were hidden, if any were."""
    back = [one.id for one in waiting if one.returned or one.state is State.HIDDEN]
    decided = verdicts(KIND, back) if back else {}
    return [replace(one, decided=decided.get(one.id)) for one in waiting]
