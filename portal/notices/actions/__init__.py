"""Telling persons what concerns them, and the mail that goes out."""

from portal.notices.actions.bouncing import note_bounce
from portal.notices.actions.following import follow, forget_seats, unfollow
from portal.notices.actions.forgetting import forget_old
from portal.notices.actions.outbox import (
    ERASED,
    KEPT_DAYS,
    MOST_ATTEMPTS,
    claim,
    erase_old,
    put,
    put_back,
    tell_in_doubt,
    tell_not_sent,
    tell_sent,
)
from portal.notices.actions.seeing import mark_all_seen, mark_seen
from portal.notices.actions.stopping import allow_mail, give_up_stopped, stop_mail
from portal.notices.actions.telling import Telling, take_back, tell
from portal.notices.actions.telling_each import tell_each
from portal.notices.actions.wishes import set_wishes, start_again

__all__ = [
    "ERASED",
    "KEPT_DAYS",
    "MOST_ATTEMPTS",
    "Telling",
    "allow_mail",
    "claim",
    "erase_old",
    "follow",
    "forget_old",
    "forget_seats",
    "give_up_stopped",
    "mark_all_seen",
    "mark_seen",
    "note_bounce",
    "put",
    "put_back",
    "set_wishes",
    "start_again",
    "stop_mail",
    "take_back",
    "tell",
    "tell_each",
    "tell_in_doubt",
    "tell_not_sent",
    "tell_sent",
    "unfollow",
]
