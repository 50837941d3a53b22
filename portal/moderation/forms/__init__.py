"""What moderators send."""

from portal.moderation.forms.decisions import DecisionForm, SeveralForm
from portal.moderation.forms.marks import BlockForm, OpinionForm

__all__ = ["BlockForm", "DecisionForm", "OpinionForm", "SeveralForm"]
