"""Pictures, as this visitor may see them."""

from dataclasses import dataclass

from peewee import JOIN

from portal.accounts.models import User
from portal.db import tuples
from portal.proposals.models import Attachment, Draft, Proposal
from portal.proposals.queries.proposals import PUBLIC
from portal.workshops.models import Participant


@dataclass(frozen=True)
class Seen:
    """Whose picture it is; one beside a draft is nobody's but its writer's."""

    id: int
    workshop: int
    public: bool
    author: int | None
    entered_by: int | None
    writer: int | None

    def is_for(self, me_id: int | None, user: User | None, *, moderates: bool) -> bool:
        own = me_id is not None and me_id in (self.author, self.writer)
        entered = user is not None and user.id == self.entered_by
        sent = self.writer is None
        return self.public or own or entered or (moderates and sent)


def seen(number: int) -> Seen | None:
    """Who may see a picture, asked without reading it."""
    found = tuples(
        Attachment.select(
            Proposal.workshop,
            Proposal.state,
            Proposal.author,
            Proposal.entered_by,
            Draft.participant,
            Participant.workshop,
        )
        .join(Proposal, JOIN.LEFT_OUTER, on=Attachment.proposal == Proposal.id)
        .switch(Attachment)
        .join(Draft, JOIN.LEFT_OUTER, on=Attachment.draft == Draft.id)
        .join(Participant, JOIN.LEFT_OUTER)
        .where(Attachment.id == number)
    )
    if not found:
        return None
    workshop, state, *people, of_draft = found[0]
    return Seen(number, workshop or of_draft, state in PUBLIC, *people)


def content(number: int) -> bytes:
    query = Attachment.select(Attachment.picture).where(Attachment.id == number)
    return bytes(query.scalar())
