"""Letting a moderator read what was written, with what screening found in it."""

from dataclasses import asdict
from typing import Any

from portal.moderation.actions import open_case
from portal.moderation.found import DESCRIPTION
from portal.proposals.actions.holding import author_of
from portal.proposals.models import COMMENT, KIND, Attachment, Comment
from portal.proposals.wording import Wording
from portal.screening.screen import screen


def let_read(row: Any, words: Wording) -> None:
    """`words` are those that the proposal is to have; what is said of the picture
    beside them is read too."""
    texts = asdict(words)
    if picture := Attachment.get_or_none(Attachment.proposal == row.id):
        texts[DESCRIPTION] = picture.description
    open_case(
        KIND,
        row.id,
        language=row.language,
        workshop=row.workshop_id,
        author=author_of(row),
        findings=screen(texts),
    )


def let_read_comment(row: Comment, workshop: int, body: str) -> None:
    open_case(
        COMMENT,
        row.id,
        language=row.language,
        workshop=workshop,
        author=author_of(row),
        findings=screen({"body": body}),
    )
