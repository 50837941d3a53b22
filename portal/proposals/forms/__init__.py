"""Forms of proposals."""

from portal.proposals.forms.answers import AnswerForm
from portal.proposals.forms.comments import CommentForm, ReplyForm
from portal.proposals.forms.groups import ClusterForm, MergerForm
from portal.proposals.forms.pictures import PictureForm
from portal.proposals.forms.wording import RewordingForm, WordingForm
from portal.proposals.forms.writing import ProposalForm

__all__ = [
    "AnswerForm",
    "ClusterForm",
    "CommentForm",
    "MergerForm",
    "PictureForm",
    "ProposalForm",
    "ReplyForm",
    "RewordingForm",
    "WordingForm",
]
