"""One proposal, as this visitor may see it."""

from dataclasses import dataclass

from portal.accounts.models import User
from portal.moderation.queries import Verdict, verdicts
from portal.proposals.models import (
    KIND,
    Merger,
    MergerState,
    Proposal,
    ProposalTheme,
    ProposalVersion,
    Rewording,
    State,
)
from portal.proposals.wording import Wording
from portal.search.queries import Name, related
from portal.vocabulary.queries import Word, vocabulary

PUBLIC = {State.PUBLISHED, State.MERGED}
"""States in which anybody can read a proposal."""


@dataclass(frozen=True)
class Found:
    """A proposal with what its page needs to know of it. It is one's own when one
    wrote it or entered it for somebody."""

    proposal: Proposal
    mine: bool

    @property
    def id(self) -> int:
        return int(self.proposal.id)

    @property
    def is_public(self) -> bool:
        return self.proposal.state is State.PUBLISHED


def proposal(
    number: int, me_id: int | None, user: User | None = None, *, sees_all: bool
) -> Found | None:
    """A proposal that the visitor may see: one that is or was on the board, their own,
    or any for those who moderate."""
    found = Proposal.get_or_none(Proposal.id == number)
    if found is None:
        return None
    written = me_id is not None and found.author == me_id
    mine = written or (user is not None and found.entered_by == user.id)
    visible = found.state in PUBLIC or mine or sees_all or was_merged(found)
    return Found(found, mine) if visible else None


def was_merged(found: Proposal) -> bool:
    """Whether it was made of several that stand by themselves again."""
    if found.state is not State.WITHDRAWN:
        return False
    undone = Merger.state == MergerState.UNDONE
    return Merger.select().where(Merger.result == found.id, undone).exists()


def workshop_of(number: int) -> int | None:
    """The id of the workshop a proposal belongs to."""
    return Proposal.select(Proposal.workshop).where(Proposal.id == number).scalar()


def by_submission(submission: str) -> Proposal | None:
    return Proposal.get_or_none(Proposal.submission == submission)


def decided(number: int) -> Verdict | None:
    """What a moderator last decided of this proposal."""
    return verdicts(KIND, [number]).get(number)


def new_words(number: int) -> Rewording | None:
    """The author's new words for a proposal, not yet published."""
    return Rewording.get_or_none(Rewording.proposal == number)


def worries(row: Proposal, new: Rewording | None) -> bool:
    """Whether words that wait for a moderator tell of danger."""
    if new and not new.returned:
        return Wording.of(new).tells_danger
    return row.state is State.WAITING and Wording.of(row).tells_danger


def earlier_words(number: int) -> list[ProposalVersion]:
    """What a proposal said before on the board, newest first."""
    these = ProposalVersion.proposal == number
    query = ProposalVersion.select().where(these)
    return list(query.order_by(ProposalVersion.id.desc()))


def themes_of(number: int) -> list[Word]:
    words = vocabulary().words
    these = ProposalTheme.proposal == number
    found = ProposalTheme.select(ProposalTheme.theme).where(these)
    return [words[row.theme] for row in found.order_by(ProposalTheme.id)]


def around(number: int, language: str) -> dict[str, list[Name]]:
    """The services and practices that a proposal is joined with, and its threads."""
    return related(KIND, number, ("service", "practice", "thread"), language)
