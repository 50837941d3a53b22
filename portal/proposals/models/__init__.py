"""The tables of proposals, by what they describe."""

from portal.proposals.models.answers import Answer, AnswerText, Verdict
from portal.proposals.models.comments import COMMENT, Comment, Stance
from portal.proposals.models.groups import (
    MERGER,
    Consent,
    Merger,
    MergerPart,
    MergerState,
)
from portal.proposals.models.proposals import (
    KIND,
    OVER,
    UNREAD,
    Cluster,
    Proposal,
    ProposalTheme,
    ProposalVersion,
    Relation,
    State,
    Support,
)
from portal.proposals.models.writing import Attachment, Draft, PaperCard, Rewording

__all__ = [
    "COMMENT",
    "KIND",
    "MERGER",
    "OVER",
    "UNREAD",
    "Answer",
    "AnswerText",
    "Attachment",
    "Cluster",
    "Comment",
    "Consent",
    "Draft",
    "Merger",
    "MergerPart",
    "MergerState",
    "PaperCard",
    "Proposal",
    "ProposalTheme",
    "ProposalVersion",
    "Relation",
    "Rewording",
    "Stance",
    "State",
    "Support",
    "Verdict",
]
