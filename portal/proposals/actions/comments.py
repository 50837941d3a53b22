"""Discussing a proposal."""

from flask_babel import gettext as _
from peewee import IntegrityError

from portal.db import bump, database, now
from portal.errors import Refused
from portal.moderation.actions import close_case, open_case
from portal.moderation.models import Decision
from portal.moderation.queries import verdicts
from portal.proposals import phases
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
            if Proposal.get_by_id(proposal.id).state is not State.PUBLISHED:
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
            open_case(COMMENT, written.id, language=language)
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
        row = _held(written.id)
        same = row.body == body and stance in {None, row.stance}
        if same and row.state is not State.RETURNED:
            return
        if row.state not in {State.WAITING, State.RETURNED}:
            raise Refused(
                _("What is published can't be reworded. Take it back, or write anew.")
            )
        phases.need_discussing(_workshop(row))
        _set(row, body=body, stance=stance or row.stance, state=State.WAITING)
        open_case(COMMENT, row.id, language=row.language)


def set_comment_withdrawn(written: Comment, *, wanted: bool) -> None:
    """Take back a comment at any time, for these are own words, or bring it back as it
    was. What others replied stays."""
    with database.atomic():
        row = _held(written.id)
        if wanted is (row.state is State.WITHDRAWN):
            return
        if wanted:
            close_case(COMMENT, row.id)
            _set(row, state=State.WITHDRAWN)
        elif row.published_at:
            _set(row, state=State.PUBLISHED)
        elif _came_back(row.id):
            _set(row, state=State.RETURNED)
        else:
            _set(row, state=State.WAITING)
            open_case(COMMENT, row.id, language=row.language)


def publish_comment(comment_id: int) -> None:
    row = _held(comment_id)
    if row.state is not State.WITHDRAWN:
        _set(row, state=State.PUBLISHED, published_at=now())


def send_comment_back(comment_id: int) -> None:
    row = _held(comment_id)
    if row.state is not State.WITHDRAWN:
        _set(row, state=State.RETURNED)


def _begin(proposal: Proposal) -> None:
    bump(changes_of(proposal.workshop))
    phases.need_discussing(Workshop.get_by_id(proposal.workshop))


def _held(comment_id: int) -> Comment:
    """The comment as it is, with every other writer of its board kept waiting."""
    this = Comment.id == comment_id
    workshop = Comment.select(Proposal.workshop).join(Proposal).where(this).scalar()
    bump(changes_of(workshop))
    return Comment.get(this)


def _came_back(comment_id: int) -> bool:
    last = verdicts(COMMENT, [comment_id]).get(comment_id)
    return last is not None and last.decision is Decision.RETURN


def _workshop(row: Comment) -> Workshop:
    return Workshop.get_by_id(Proposal.get_by_id(row.proposal).workshop)


def _set(row: Comment, **values: object) -> None:
    Comment.update(**values).where(Comment.id == row.id).execute()
