"""Telling those who follow a practice: of all that happens in a day, once."""

from portal.accounts.models import User
from portal.db import today
from portal.notices.actions import tell
from portal.notices.queries import followers
from portal.notices.recipients import user_key
from portal.practices.models import KIND, Stage


def tell_of_change(practice_id: int, by: User) -> None:
    """Something that they can read has changed."""
    _tell("practice-changed", practice_id, by)


def tell_of_stage(practice_id: int, stage: Stage, by: User) -> None:
    _tell("practice-stage", practice_id, by, stage=stage.value)


def _tell(event: str, practice_id: int, by: User, **facts: str) -> None:
    tell(
        followers(KIND, practice_id),
        event,
        KIND,
        practice_id,
        happening=f"practice:{practice_id}:{today().isoformat()}",
        doer=user_key(by.id),
        mailed=False,
        **facts,
    )
