"""Closing a poll: the box is opened, counted and destroyed in one transaction, and
then the key that could say whose a ballot was."""

import json
import random
from hashlib import sha256
from typing import Any

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.ballots import link_keys
from portal.ballots.actions.casting import place
from portal.ballots.actions.notifying import tell_of_poll
from portal.ballots.holding import hold
from portal.ballots.models import (
    KIND,
    Ballot,
    Elector,
    PaperSheet,
    Poll,
    PollOption,
    PollState,
    Reason,
)
from portal.ballots.published import Question, as_json, list_of, result_of
from portal.ballots.sealing import Content, Unreadable, unseal
from portal.ballots.tallies import Option, Settings
from portal.db import bump, database, now, today
from portal.errors import Refused
from portal.moderation.actions import open_case
from portal.screening.screen import screen
from portal.workshops.models import Way, Workshop
from portal.workshops.queries import changes_of


def close(poll_id: int, by: User | None = None) -> None:
    """Count and seal. Closing it again changes nothing. Once this has begun, every
    ballot that was acknowledged is counted, and no other is taken."""
    with database.atomic():
        poll = hold(poll_id, alone=True)
        if poll.state is PollState.DRAFT:
            raise Refused(_("The vote has not begun yet."))
        if poll.state is PollState.OPEN:
            bump(changes_of(poll.workshop))
            _seal(poll)
            tell_of_poll("poll-result", poll, by)
    link_keys.destroy(poll.link_key)


def due() -> list[int]:
    """Open polls whose time is up, or whose workshop has moved on by its dates."""
    moved_on = Workshop.moves_by_date & (Workshop.vote_until < today())
    polls = Poll.select(Poll.id).join(Workshop).where(Poll.state == PollState.OPEN)
    over = polls.where((Poll.closes_at <= now()) | moved_on)
    return [poll.id for poll in over.order_by(Poll.id)]


def destroy_left_keys() -> int:
    """Destroy keys of closed polls that a fault has left; returns how many."""
    closed = Poll.select(Poll.link_key).where(Poll.state == PollState.CLOSED)
    left = [poll.link_key for poll in closed if link_keys.read(poll.link_key)]
    for name in left:
        link_keys.destroy(name)
    return len(left)


def question_of(poll: Poll) -> Question:
    options = PollOption.select().where(PollOption.poll == poll.id)
    return Question(
        poll=int(poll.id),
        method=poll.method,
        options=[
            Option(option.id, option.cost, option.withdrawn)
            for option in options.order_by(PollOption.position, PollOption.id)
        ],
        settings=Settings(poll.dots, poll.most_dots, poll.top_score, poll.budget),
    )


def _seal(poll: Poll) -> None:
    contents = _opened(poll)
    question = question_of(poll)
    electors = Elector.select().where(Elector.poll == poll.id)
    result = result_of(question, contents, electors.count(), _earlier(poll))
    result["paper_missing"] = electors.where(Elector.on_paper).count() - sum(
        content.way == Way.PAPER for content in contents
    )
    ballots = list_of(question, contents)
    _take_out_reasons(contents, poll.workshop)
    for model in (Ballot, PaperSheet, Elector):
        model.delete().where(model.poll == poll.id).execute()
    Poll.update(
        state=PollState.CLOSED,
        closed_at=now(),
        result=as_json(result),
        ballots=ballots,
        digest=sha256(ballots.encode()).hexdigest(),
    ).where(Poll.id == poll.id).execute()


def _opened(poll: Poll) -> list[Content]:
    try:
        return [
            unseal(ballot.sealed, place(poll, ballot.name))
            for ballot in Ballot.select().where(Ballot.poll == poll.id)
        ]
    except Unreadable as error:
        raise Refused(
            _(
                "The ballots can't be opened, since the portal's SECRET_KEY is not the "
                "one they were cast with. Nothing is lost: put the old one back, then "
                "close the vote again."
            )
        ) from error


def _earlier(poll: Poll) -> list[dict[str, Any]]:
    closed = (Poll.workshop == poll.workshop) & (Poll.state == PollState.CLOSED)
    found = Poll.select(Poll.result).where(closed).order_by(Poll.closed_at, Poll.id)
    return [json.loads(row.result) for row in found]


def _take_out_reasons(contents: list[Content], workshop: int) -> None:
    """Each reason by itself, in an order that says nothing of the ballots."""
    reasons = [
        (int(option), *reason)
        for content in contents
        for option, reason in content.reasons.items()
    ]
    random.SystemRandom().shuffle(reasons)
    for option, stance, language, body in reasons:
        reason = Reason.create(
            option=option, stance=stance, language=language, body=body
        )
        open_case(
            KIND,
            reason.id,
            language=language,
            workshop=workshop,
            findings=screen({"body": body}),
        )
