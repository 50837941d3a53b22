"""Supporting proposals."""

from peewee import IntegrityError

from portal.db import bump, database
from portal.proposals import phases
from portal.proposals.models import Proposal, Support
from portal.workshops.models import Participant, Workshop
from portal.workshops.queries import changes_of


def set_support(proposal: Proposal, participant: Participant, *, wanted: bool) -> None:
    """Support, or no longer support. Asking twice changes nothing."""
    with database.atomic():
        bump(changes_of(proposal.workshop))
        phases.need_supporting(Workshop.get_by_id(proposal.workshop))
        if wanted:
            try:
                Support.insert(
                    proposal=proposal, participant=participant
                ).on_conflict_ignore().execute()
            except IntegrityError as error:
                raise phases.left() from error
        else:
            Support.delete().where(
                Support.proposal == proposal, Support.participant == participant
            ).execute()
