"""How comments stand in the moderators' queue."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from portal.directory.queries.names import in_language
from portal.i18n import language
from portal.moderation import kinds
from portal.moderation.kinds import Item, Kind
from portal.proposals import actions
from portal.proposals.labels import COMMENT_STANCES
from portal.proposals.models import COMMENT, Comment, Proposal
from portal.workshops.models import WorkshopText


def items(ids: Sequence[int]) -> dict[int, Item]:
    found = list(Comment.select().where(Comment.id.in_(list(ids))))
    first = {
        row.id: row
        for row in Comment.select().where(
            Comment.id.in_([row.replies_to for row in found if row.replies_to])
        )
    }
    proposals = {
        row.id: row
        for row in Proposal.select().where(
            Proposal.id.in_([row.proposal for row in found])
        )
    }
    titles: dict[int, dict[str, str]] = {}
    for text in WorkshopText.select().where(
        WorkshopText.workshop.in_([row.workshop for row in proposals.values()])
    ):
        titles.setdefault(text.workshop, {})[text.language] = text.title
    return {
        row.id: Item(
            id=row.id,
            heading=row.body,
            paragraphs=(),
            language=row.language,
            place=in_language(titles[proposal.workshop], language())[0],
            url=url_for("proposals.comment", number=proposal.id, comment_id=row.id),
            voice=row.voice,
            about=said_of(row, proposal, first.get(row.replies_to)),
        )
        for row in found
        for proposal in [proposals[row.proposal]]
    }


def said_of(
    row: Comment, proposal: Proposal, first: Comment | None
) -> tuple[str, str, str]:
    """The comment that it replies to, or the proposal that it is about."""
    if first:
        label = _("Reply to a comment on proposal %(number)s", number=proposal.id)
        return label, first.body, first.language
    label = _("Comment on proposal %(number)s", number=proposal.id)
    return (
        f"{label}: {COMMENT_STANCES[row.stance]}",
        proposal.suggestion,
        proposal.language,
    )


def register() -> None:
    kind = Kind(items, actions.publish_comment, actions.send_comment_back)
    kinds.register(COMMENT, kind)
