"""How comments stand in the moderators' queue."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from peewee import JOIN

from portal.db import tuples
from portal.moderation import kinds
from portal.moderation.kinds import Item, Kind
from portal.proposals import actions
from portal.proposals.actions.holding import author_of
from portal.proposals.actions.publishing_many import publish_comments
from portal.proposals.authors import comment_readable, own_comments
from portal.proposals.labels import COMMENT_STANCES
from portal.proposals.models import COMMENT, Comment, Proposal, State
from portal.proposals.queries.proposals import PUBLIC


def items(ids: Sequence[int]) -> dict[int, Item]:
    first = Comment.alias()
    found: list[Any] = list(
        Comment.select(
            Comment,
            Proposal.workshop.alias("workshop"),
            Proposal.suggestion.alias("suggestion"),
            Proposal.language.alias("suggestion_language"),
            first.body.alias("first_body"),
            first.language.alias("first_language"),
        )
        .join_from(Comment, Proposal)
        .join_from(Comment, first, JOIN.LEFT_OUTER, on=(Comment.replies_to == first.id))
        .where(Comment.id.in_(list(ids)))
        .objects()
    )
    titles = kinds.places(row.workshop for row in found)
    return {
        row.id: Item(
            id=row.id,
            heading=row.body,
            paragraphs=(),
            language=row.language,
            place=titles[row.workshop],
            url=url_for("proposals.comment", number=row.proposal, comment_id=row.id),
            voice=row.voice,
            about=said_of(row),
            author=author_of(row),
        )
        for row in found
    }


def said_of(row: Any) -> tuple[str, str, str]:
    """The comment that it replies to, or the proposal that it is about."""
    if row.first_body is not None:
        label = _("Reply to a comment on proposal %(number)s", number=row.proposal)
        return label, row.first_body, row.first_language
    label = _("Comment on proposal %(number)s", number=row.proposal)
    return (
        f"{label}: {COMMENT_STANCES[row.stance]}",
        row.suggestion,
        row.suggestion_language,
    )


def public(ids: Iterable[int]) -> set[int]:
    """Those that can be read by others, with the proposal that they are about."""
    found = (
        Comment.select(Comment.id)
        .join(Proposal)
        .where(
            Comment.id.in_(list(ids)),
            Comment.state == State.PUBLISHED,
            Proposal.state.in_(PUBLIC),
        )
    )
    return {comment for (comment,) in tuples(found)}


def register() -> None:
    kind = Kind(
        label=_l("Comment"),
        items=items,
        publish=actions.publish_comment,
        send_back=actions.send_comment_back,
        hide=actions.hide_comment,
        reopen=actions.reopen_comment,
        erase=actions.erase_comment,
        public=public,
        texts=own_comments,
        readable=comment_readable,
        publish_all=publish_comments,
    )
    kinds.register(COMMENT, kind)
