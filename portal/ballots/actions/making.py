"""Making a poll. Until it opens, everything in it can be changed."""

from flask_babel import gettext as _

from portal.ballots.drafts import PollDraft
from portal.ballots.holding import hold
from portal.ballots.models import (
    Poll,
    PollOption,
    PollOptionText,
    PollState,
    PollText,
)
from portal.ballots.queries.offers import stamp
from portal.ballots.queries.papers import paper_of
from portal.db import bump, database
from portal.errors import Refused
from portal.workshops.models import Workshop


def make_poll(workshop: Workshop, draft: PollDraft) -> Poll:
    with database.atomic():
        poll = Poll.create(workshop=workshop, **_facts(draft))
        _store(poll, draft)
    return poll


def change_poll(poll_id: int, draft: PollDraft, *, seen: str = "") -> bool:
    """Change all of it. False, and nothing is changed, if it is no longer what the
    stamp `seen` stood for."""
    with database.atomic():
        poll = need_draft(hold(poll_id, alone=True))
        if seen and stamp(poll) != seen:
            return False
        Poll.update(_facts(draft)).where(Poll.id == poll.id).execute()
        _store(poll, draft)
    return True


def delete_poll(poll_id: int) -> None:
    with database.atomic():
        poll = need_draft(hold(poll_id, alone=True))
        Poll.delete().where(Poll.id == poll.id).execute()


def set_withdrawn(poll_id: int, option_id: int, *, withdrawn: bool) -> None:
    """Take an option out of an open vote, or back in: ballots that name it count for
    what else they say."""
    with database.atomic():
        poll = hold(poll_id, alone=True)
        if poll.state is not PollState.OPEN:
            raise Refused(_("The vote is not open."))
        bump(paper_of(poll.id))
        these = (PollOption.id == option_id) & (PollOption.poll == poll.id)
        PollOption.update(withdrawn=withdrawn).where(these).execute()


def need_draft(poll: Poll) -> Poll:
    if poll.state is not PollState.DRAFT:
        raise Refused(_("The vote has begun, so it can't be changed any more."))
    return poll


def _facts(draft: PollDraft) -> dict[str, object]:
    settings = draft.settings
    return {
        "method": draft.method,
        "dots": settings.dots,
        "most_dots": settings.most_dots,
        "top_score": settings.top_score,
        "budget": settings.budget,
        "closes_at": draft.closes_at,
    }


def _store(poll: Poll, draft: PollDraft) -> None:
    PollText.delete().where(PollText.poll == poll.id).execute()
    for language, title in draft.titles.items():
        note = draft.notes.get(language, "")
        PollText.create(poll=poll, language=language, title=title, note=note)
    PollOption.delete().where(PollOption.poll == poll.id).execute()
    for position, option in enumerate(draft.options):
        row = PollOption.create(
            poll=poll, proposal=option.proposal, position=position, cost=option.cost
        )
        for language, title in option.titles.items():
            PollOptionText.create(option=row, language=language, title=title)
