"""A picture beside a draft or a proposal."""

from peewee import Model

from portal.db import bump, database, upsert
from portal.pictures import Picture
from portal.proposals import phases
from portal.proposals.actions.drafts import need_kept
from portal.proposals.actions.holding import held
from portal.proposals.actions.reading import let_read
from portal.proposals.models import Attachment, Draft, Proposal
from portal.proposals.wording import Wording
from portal.workshops.models import Workshop
from portal.workshops.queries import changes_of


def add_to_draft(draft: Draft, picture: Picture, description: str) -> None:
    """Put a picture beside a draft, instead of the one it may have."""
    with database.atomic():
        _keep("draft", need_kept(draft), picture, description)


def add_to_proposal(proposal: Proposal, picture: Picture, description: str) -> None:
    """Put a picture beside a proposal that is not on the board; a moderator sees both
    anew."""
    with database.atomic():
        row = held(proposal.id)
        phases.need_picturing(Workshop.get_by_id(row.workshop), row)
        _keep("proposal", row, picture, description)
        let_read(row, Wording.of(row))


def take_off(owner: Draft | Proposal) -> None:
    """Delete the picture of a draft or of a proposal, if it has one."""
    with database.atomic():
        if isinstance(owner, Proposal):
            bump(changes_of(owner.workshop))
            this = Attachment.proposal == owner.id
        else:
            this = Attachment.draft == owner.id
        Attachment.delete().where(this).execute()


def _keep(name: str, owner: Model, picture: Picture, description: str) -> None:
    upsert(
        Attachment,
        {name: owner},
        picture=picture.content,
        width=picture.width,
        height=picture.height,
        description=description,
    )
