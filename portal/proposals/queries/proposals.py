"""One proposal, as this visitor may see it."""

from dataclasses import dataclass

from portal.moderation.queries import Verdict, verdicts
from portal.proposals.models import KIND, Proposal, State


@dataclass(frozen=True)
class Found:
    """A proposal with what its page needs to know of it."""

    proposal: Proposal
    mine: bool

    @property
    def id(self) -> int:
        return int(self.proposal.id)

    @property
    def is_public(self) -> bool:
        return self.proposal.state is State.PUBLISHED


def proposal(number: int, me_id: int | None, *, sees_all: bool) -> Found | None:
    """A proposal that the visitor may see: a published one, their own, or any for
    those who moderate."""
    found = Proposal.get_or_none(Proposal.id == number)
    if found is None:
        return None
    mine = me_id is not None and found.author == me_id
    visible = found.state is State.PUBLISHED or mine or sees_all
    return Found(found, mine) if visible else None


def workshop_of(number: int) -> int | None:
    """The id of the workshop a proposal belongs to."""
    return Proposal.select(Proposal.workshop).where(Proposal.id == number).scalar()


def by_submission(submission: str) -> Proposal | None:
    return Proposal.get_or_none(Proposal.submission == submission)


def decided(number: int) -> Verdict | None:
    """What a moderator last decided of this proposal."""
    return verdicts(KIND, [number]).get(number)
