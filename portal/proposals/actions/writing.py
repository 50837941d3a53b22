"""Writing a proposal."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from peewee import IntegrityError

from portal.accounts.models import User, Voice
from portal.db import database
from portal.links.actions import join
from portal.moderation.actions import need_not_blocked
from portal.notices.recipients import participant_key
from portal.proposals import phases
from portal.proposals.actions.drafts import held
from portal.proposals.actions.reading import let_read
from portal.proposals.models import (
    KIND,
    Attachment,
    Draft,
    Proposal,
    ProposalTheme,
    Relation,
)
from portal.proposals.queries.drafts import links_of
from portal.proposals.wording import Wording
from portal.workshops.models import Participant, Way, Workshop


@dataclass(frozen=True)
class Origin:
    """Where words come from: whose voice it is, when it is not the author's own, in
    which way they came, and which user entered them for somebody."""

    relation: Relation = Relation.OWN
    voice: Voice | None = None
    way: Way | None = None
    entered_by: User | None = None


OWN = Origin()


def propose(  # noqa: PLR0913  what a card bears
    workshop: Workshop,
    author: Participant | None,
    wording: Wording,
    *,
    language: str,
    submission: str,
    origin: Origin = OWN,
    themes: Iterable[int] = (),
    draft: Draft | None = None,
) -> Proposal:
    """Write a proposal; it waits for a moderator. The same form sent twice at once
    makes one. What stands in the draft beside the words comes along, and the draft
    ends. Somebody without a seat writes for another, whose voice is then given."""
    try:
        with database.atomic():
            phases.need_writing(Workshop.get_by_id(workshop.id))
            if author:
                need_not_blocked(participant_key(author.id), workshop.id)
            proposal = Proposal.create(
                workshop=workshop,
                author=author,
                voice=origin.voice or (author and author.voice),
                relation=origin.relation,
                way=origin.way or (author.way if author else Way.ROOM),
                entered_by=origin.entered_by,
                language=language,
                submission=submission,
                **asdict(wording),
            )
            for theme in themes:
                ProposalTheme.create(proposal=proposal, theme=theme)
            if draft:
                bring_along(proposal, draft)
            let_read(proposal, wording)
    except IntegrityError as error:
        made = Proposal.get_or_none(Proposal.submission == submission)
        if made is None:
            raise phases.left() from error
        return made
    return proposal


def bring_along(proposal: Proposal, draft: Draft) -> None:
    """The links and the picture of a draft, which ends, if it has not already."""
    kept = held(draft)
    for kind, item_id in links_of(kept) if kept else ():
        join(KIND, proposal.id, kind, item_id)
    Attachment.update(proposal=proposal, draft=None).where(
        Attachment.draft == draft.id
    ).execute()
    Draft.delete().where(Draft.id == draft.id).execute()
