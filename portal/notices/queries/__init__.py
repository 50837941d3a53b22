"""What persons are told, what they follow, and what waits in the outbox."""

from portal.notices.queries.following import followed, followers, follows
from portal.notices.queries.outbox import MOST_AT_ONCE, due, in_doubt

__all__ = [
    "MOST_AT_ONCE",
    "due",
    "followed",
    "followers",
    "follows",
    "in_doubt",
]
