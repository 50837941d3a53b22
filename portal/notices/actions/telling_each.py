"""Telling many persons at once, each of something else."""

from collections.abc import Sequence
from dataclasses import replace

from portal.db import database
from portal.notices.actions.telling import Telling, store
from portal.notices.recipients import PARTICIPANT, id_in, user_key, users_of


def tell_each(tellings: Sequence[Telling]) -> None:
    """Tell each of them once, in the caller's transaction; a recipient that is nobody
    is passed over."""
    wanted = [(one, id_in(one.recipient, PARTICIPANT)) for one in tellings]
    wanted = [(one, seat) for one, seat in wanted if one.recipient]
    users = users_of([seat for _one, seat in wanted if seat is not None])
    told = [
        (replace(one, recipient=user_key(users[seat])), seat)
        if seat is not None and seat in users
        else (one, seat)
        for one, seat in wanted
    ]
    with database.atomic():
        store(told)
