"""How proposals stand in the moderators' queue."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from portal.directory.queries.names import in_language
from portal.i18n import language
from portal.moderation import kinds
from portal.moderation.kinds import Item, Kind
from portal.proposals import actions
from portal.proposals.models import KIND, Proposal
from portal.workshops.models import WorkshopText


def items(ids: Sequence[int]) -> dict[int, Item]:
    proposals = list(Proposal.select().where(Proposal.id.in_(list(ids))))
    titles: dict[int, dict[str, str]] = {}
    for text in WorkshopText.select().where(
        WorkshopText.workshop.in_([row.workshop for row in proposals])
    ):
        titles.setdefault(text.workshop, {})[text.language] = text.title
    return {
        row.id: Item(
            id=row.id,
            heading=row.suggestion,
            paragraphs=tuple(
                (label, text)
                for label, text in (
                    (_("What is the problem now?"), row.problem),
                    (_("Whom does it help?"), row.helps),
                )
                if text
            ),
            language=row.language,
            place=in_language(titles[row.workshop], language())[0],
            url=url_for("proposals.proposal", number=row.id),
            voice=row.voice,
        )
        for row in proposals
    }


def register() -> None:
    kinds.register(KIND, Kind(items, actions.publish, actions.send_back))
