"""Writing workshops: opening and running them, joining and leaving them."""

from portal.workshops.actions.drafts import Draft, Settings, Text, Timetable
from portal.workshops.actions.joining import (
    come_back,
    join,
    leave,
    renew_recovery,
)
from portal.workshops.actions.workshops import (
    change_workshop,
    open_workshop,
    set_phase,
)

__all__ = [
    "Draft",
    "Settings",
    "Text",
    "Timetable",
    "change_workshop",
    "come_back",
    "join",
    "leave",
    "open_workshop",
    "renew_recovery",
    "set_phase",
]
