"""Telling those who follow a practice that it was taken in use or stopped."""

from portal.accounts.models import User
from portal.db import today
from portal.notices.actions import tell
from portal.notices.queries import followers
from portal.notices.recipients import user_key
from portal.practices.models import KIND, Use

NEWS = {Use.IN_USE, Use.STOPPED}


def tell_of_use(
    practice_id: int, before: Use | None, after: Use, *, by: User | None
) -> None:
    """They hear of it once a day at most."""
    if after is before or after not in NEWS:
        return
    tell(
        followers(KIND, practice_id),
        "practice-use",
        KIND,
        practice_id,
        happening=f"practice-use:{practice_id}:{today().isoformat()}",
        doer=user_key(by.id) if by else "",
    )
