"""Discussing a proposal."""

from flask_babel import gettext as _
from peewee import IntegrityError

from portal.db import bump, database
from portal.errors import Refused
from portal.moderation.actions import close_case, need_not_blocked
from portal.moderation.queries import standing
from portal.notices.recipients import participant_key
from portal.proposals import phases
from portal.proposals.actions.holding import BEFORE, author_of, words_deleted
from portal.proposals.actions.notifying import take_back_comment
from portal.proposals.actions.reading import let_read_comment
from portal.proposals.models import COMMENT, Comment, Proposal, Stance, State
from portal.workshops.models import Participant, Workshop
from portal.workshops.queries import changes_of


def comment(  # noqa: PLR0913  what a comment bears
    proposal: Proposal,
    author: Participant,
    body: str,
    *,
    stance: Stance | None,
    language: str,
    submission: str,
    replies_to: Comment | None = None,
) -> Comment:
    """Write a comment, or a reply, which has no stance; it waits for a moderator. The
    same form sent twice at once makes one."""
    try:
        with database.atomic():
            _begin(proposal)
            row = Proposal.get_by_id(proposal.id)
            need_not_blocked(participant_key(author.id), row.workshop)
            if row.state is not State.PUBLISHED:
                raise Refused(_("This proposal is no longer on the board by itself."))
            written = Comment.create(
                proposal=proposal.id,
                replies_to=replies_to and replies_to.id,
                author=author,
                voice=author.voice,
                stance=None if replies_to else stance,
                language=language,
                body=body,
                submission=submission,
            )
            let_read_comment(written, row.workshop, body)
    except IntegrityError as error:
        made = Comment.get_or_none(Comment.submission == submission)
        if made is None:
            raise phases.left() from error
        return made
    return written


def reword_comment(
    written: Comment, body: str, *, stance: Stance | None = None
) -> None:
    """The author's other words for what is not published yet; they wait anew."""
    with database.atomic():
        row = held_comment(written.id)
        same = row.body == body and stance in {None, row.stance}
        if same and row.state is not State.RETURNED:
            return
        if row.state not in {State.WAITING, State.RETURNED}:
            raise Refused(
                _("What is published can't be reworded. Take it back, or write anew.")
            )
        workshop = _workshop(row)
        phases.need_discussing(workshop)
        need_not_blocked(author_of(row), workshop.id)
        set_comment(row, body=body, stance=stance or row.stance, state=State.WAITING)
        let_read_comment(row, workshop.id, body)


def set_comment_withdrawn(written: Comment, *, wanted: bool) -> None:
    """Take back a comment at any time, for these are own words, or bring it back as it
    was. What others replied stays."""
    with database.atomic():
        row = held_comment(written.id)
        if wanted is (row.state is State.WITHDRAWN):
            return
        if not (wanted or row.body):
            raise words_deleted()
        if wanted:
            close_case(COMMENT, row.id)
            set_comment(row, state=State.WITHDRAWN)
        elif row.published_at:
            set_comment(row, state=State.PUBLISHED)
        else:
            state = _state_before(row.id)
            set_comment(row, state=state)
            if state is State.WAITING:
                let_read_comment(row, _workshop(row).id, row.body)


def _begin(proposal: Proposal) -> None:
    bump(changes_of(proposal.workshop))
    phases.need_discussing(Workshop.get_by_id(proposal.workshop))


def held_comment(comment_id: int) -> Comment:
    """The comment as it is, with every other writer of its board kept waiting."""
    this = Comment.id == comment_id
    workshop = Comment.select(Proposal.workshop).join(Proposal).where(this).scalar()
    bump(changes_of(workshop))
    return Comment.get(this)


def _state_before(comment_id: int) -> State:
    """Where one that is not public stood before it was taken back."""
    return BEFORE.get(standing(COMMENT, comment_id), State.WAITING)


def _workshop(row: Comment) -> Workshop:
    return Workshop.get_by_id(Proposal.get_by_id(row.proposal).workshop)


def set_comment(row: Comment, **values: object) -> None:
    Comment.update(**values).where(Comment.id == row.id).execute()
    if values.get("state", State.PUBLISHED) is not State.PUBLISHED:
        take_back_comment(row)
