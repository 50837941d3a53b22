"""Opening a poll: from here on it is fixed what one votes on, and who may vote."""

from flask_babel import gettext as _
from peewee import JOIN

from portal.accounts.models import User
from portal.ballots import link_keys
from portal.ballots.actions.notifying import tell_of_poll
from portal.ballots.holding import hold, need_vote_phase
from portal.ballots.models import (
    Elector,
    Poll,
    PollOption,
    PollOptionText,
    PollState,
)
from portal.ballots.queries.papers import paper_of
from portal.ballots.tallies import Method
from portal.db import bump, database, insert_all, now, tuples
from portal.errors import Refused
from portal.proposals.models import Proposal, State
from portal.workshops.models import Participant, Workshop
from portal.workshops.queries import changes_of

FEWEST_OPTIONS = 2
# One may consent to a single proposal, or object.
ALONE = {Method.CONSENT, Method.APPROVAL}


def open_poll(poll_id: int, by: User | None = None) -> None:
    """Fix the options and the electors, and begin. Opening it again changes
    nothing."""
    name = link_keys.make()
    try:
        opened = _open(poll_id, name, by)
    except BaseException:
        link_keys.destroy(name)
        raise
    if not opened:
        link_keys.destroy(name)


def _open(poll_id: int, link_key: str, by: User | None) -> bool:
    with database.atomic():
        poll = hold(poll_id, alone=True)
        if poll.state is not PollState.DRAFT:
            return False
        bump(changes_of(poll.workshop))
        bump(paper_of(poll.id))
        need_vote_phase(Workshop.get_by_id(poll.workshop))
        _fix_options(poll)
        admit_new(poll)
        tell_of_poll("poll-opened", poll, by)
        Poll.update(state=PollState.OPEN, opened_at=now(), link_key=link_key).where(
            Poll.id == poll.id
        ).execute()
    return True


def admit(poll_id: int) -> int:
    """Let those vote too who have joined since; returns how many they are."""
    with database.atomic():
        poll = hold(poll_id, alone=True)
        if poll.state is not PollState.OPEN:
            raise Refused(_("The vote is not open."))
        bump(changes_of(poll.workshop))
        return admit_new(poll)


def admit_new(poll: Poll) -> int:
    joined = (
        Participant.select(Participant.id, Participant.voice)
        .join(
            Elector,
            JOIN.LEFT_OUTER,
            on=(Elector.participant == Participant.id) & (Elector.poll == poll.id),
        )
        .where(Participant.workshop == poll.workshop, Elector.id.is_null())
    )
    new = [
        {"poll": poll.id, "participant": participant, "voice": voice}
        for participant, voice in tuples(joined)
    ]
    insert_all(Elector, new)
    return len(new)


def _fix_options(poll: Poll) -> None:
    """Copy what the proposals say now; leave out those that are not on the board."""
    options = list(PollOption.select().where(PollOption.poll == poll.id))
    numbers = {option.id: option.proposal for option in options if option.proposal}
    these = Proposal.id.in_(list(numbers.values()))
    found = Proposal.select().where(these, Proposal.state == State.PUBLISHED)
    published = {row.id: row for row in found}
    gone = [option for option, number in numbers.items() if number not in published]
    PollOption.delete().where(PollOption.id.in_(gone)).execute()
    earlier = PollOptionText.option.in_(list(numbers))
    PollOptionText.delete().where(earlier).execute()
    words = [
        {
            "option": option,
            "language": proposal.language,
            "title": proposal.suggestion,
            "note": proposal.problem,
        }
        for option, number in numbers.items()
        if (proposal := published.get(number))
    ]
    insert_all(PollOptionText, words)
    left = len(options) - len(gone)
    if left < (1 if poll.method in ALONE else FEWEST_OPTIONS):
        raise Refused(_("There is too little to choose from. Add proposals first."))
