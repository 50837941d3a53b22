"""From what is sent to values: joining, inviting, and setting a workshop up."""

from portal.workshops.forms.dates import Day
from portal.workshops.forms.invitations import InvitationsForm
from portal.workshops.forms.joining import CodeForm, JoinForm, ReturnForm
from portal.workshops.forms.workshops import PhaseForm, WorkshopForm

__all__ = [
    "CodeForm",
    "Day",
    "InvitationsForm",
    "JoinForm",
    "PhaseForm",
    "ReturnForm",
    "WorkshopForm",
]
