"""People who tell how it went."""

from itertools import count

from portal.accounts.models import User, Voice
from portal.practices.actions import talk
from portal.threads.actions.effects import SORT, Telling, tell
from portal.threads.models import Effect, Thread, Went

_numbers = count(1)


def make_effect(
    thread: Thread,
    went: Went = Went.BETTER,
    author: User | None = None,
    *,
    body: str = "",
    waits: bool = False,
    voice: Voice = Voice.RESIDENT,
) -> Effect:
    """What somebody new tells in English; published unless it waits."""
    number = next(_numbers)
    told = Telling(went, body or f"Calm talk {number}", "en", voice)
    made = tell(thread.id, author, told, f"sent-{number}")
    if not waits:
        talk.publish(SORT, made.id)
    return Effect.get_by_id(made.id)
