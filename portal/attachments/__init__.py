"""Files that people send: what they are is read from what they hold."""

from portal.attachments.checking import Attachment, checked, stored_before
from portal.attachments.kinds import KINDS, Kind, Reason, Unfit
from portal.attachments.labels import init_app

__all__ = [
    "KINDS",
    "Attachment",
    "Kind",
    "Reason",
    "Unfit",
    "checked",
    "init_app",
    "stored_before",
]
