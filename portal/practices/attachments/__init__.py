"""Files that stand beside practices: what they are is read from what they hold."""

from portal.practices.attachments.checking import Attachment, checked, stored_before
from portal.practices.attachments.kinds import KINDS, Kind, Reason, Unfit

__all__ = [
    "KINDS",
    "Attachment",
    "Kind",
    "Reason",
    "Unfit",
    "checked",
    "stored_before",
]
