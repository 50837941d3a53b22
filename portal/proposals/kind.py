"""How proposals stand in the moderators' queue."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from portal.directory.queries.names import in_language
from portal.i18n import language
from portal.moderation import kinds
from portal.moderation.kinds import Item, Kind
from portal.proposals import actions
from portal.proposals.models import KIND, Attachment, Proposal, Rewording
from portal.proposals.wording import Wording
from portal.workshops.models import WorkshopText


def items(ids: Sequence[int]) -> dict[int, Item]:
    """As they would stand on the board: with new words where there are some."""
    wanted = list(ids)
    proposals = list(Proposal.select().where(Proposal.id.in_(wanted)))
    new = {
        row.proposal: row
        for row in Rewording.select().where(Rewording.proposal.in_(wanted))
    }
    pictures = {
        row.proposal: (url_for("proposals.picture", picture_id=row.id), row.description)
        for row in Attachment.select(
            Attachment.id, Attachment.proposal, Attachment.description
        ).where(Attachment.proposal.in_(wanted))
    }
    titles: dict[int, dict[str, str]] = {}
    for text in WorkshopText.select().where(
        WorkshopText.workshop.in_([row.workshop for row in proposals])
    ):
        titles.setdefault(text.workshop, {})[text.language] = text.title
    return {
        row.id: Item(
            id=row.id,
            heading=(words := Wording.of(new.get(row.id, row))).suggestion,
            paragraphs=tuple(
                (label, text)
                for label, text in (
                    (_("What is the problem now?"), words.problem),
                    (_("Whom does it help?"), words.helps),
                    (_("On the board until now"), before(row, new.get(row.id))),
                )
                if text
            ),
            language=row.language,
            place=in_language(titles[row.workshop], language())[0],
            url=url_for("proposals.proposal", number=row.id),
            voice=row.voice,
            pictures=(pictures[row.id],) if row.id in pictures else (),
        )
        for row in proposals
    }


def before(row: Proposal, new: Rewording | None) -> str:
    """The words that new ones would take the place of."""
    if new is None:
        return ""
    return " / ".join(filter(None, (row.suggestion, row.problem, row.helps)))


def register() -> None:
    kinds.register(KIND, Kind(items, actions.publish, actions.send_back))
