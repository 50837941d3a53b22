"""What comes into the queue, and what moderators do with it."""

from portal.moderation.actions.blocking import need_not_blocked, set_blocked
from portal.moderation.actions.claiming import claim, give_up
from portal.moderation.actions.deciding import Ruling, decide
from portal.moderation.actions.late import AlreadyDecided, need_waiting, too_late
from portal.moderation.actions.leaving import forget_authors
from portal.moderation.actions.log import Noted, record, record_all
from portal.moderation.actions.marking import ask_second_opinion, set_urgent
from portal.moderation.actions.opening import close_case, close_cases, open_case
from portal.moderation.actions.undoing import take_back, take_back_all

__all__ = [
    "AlreadyDecided",
    "Noted",
    "Ruling",
    "ask_second_opinion",
    "claim",
    "close_case",
    "close_cases",
    "decide",
    "forget_authors",
    "give_up",
    "need_not_blocked",
    "need_waiting",
    "open_case",
    "record",
    "record_all",
    "set_blocked",
    "set_urgent",
    "take_back",
    "take_back_all",
    "too_late",
]
