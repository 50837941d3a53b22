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
from portal.db import bump, database, insert_all
from portal.errors import Refused
from portal.web import tag
from portal.workshops.models import Workshop
from portal.workshops.queries import changes_of


def make_poll(workshop: Workshop, draft: PollDraft, submission: str = "") -> Poll:
    """A new poll. The same form sent twice makes one."""
    with database.atomic():
        bump(changes_of(workshop.id))
        name = tag(workshop.id, submission, draft) if submission else None
        if name and (made := Poll.get_or_none(Poll.submission == name)):
            return made
        poll = Poll.create(workshop=workshop, submission=name, **_facts(draft))
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
    notes = draft.notes
    texts = [
        {"poll": poll, "language": code, "title": title, "note": notes.get(code, "")}
        for code, title in draft.titles.items()
    ]
    insert_all(PollText, texts)
    PollOption.delete().where(PollOption.poll == poll.id).execute()
    options = [
        {"poll": poll, "proposal": one.proposal, "position": place, "cost": one.cost}
        for place, one in enumerate(draft.options)
    ]
    insert_all(PollOption, options)
    made = PollOption.select(PollOption.id).where(PollOption.poll == poll.id)
    in_order = made.order_by(PollOption.position)
    titles = [
        {"option": row.id, "language": code, "title": title}
        for row, one in zip(in_order, draft.options, strict=True)
        for code, title in one.titles.items()
    ]
    insert_all(PollOptionText, titles)
