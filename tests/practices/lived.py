"""People who tell what they have lived through."""

from datetime import date
from itertools import count

from portal.accounts.models import User, Voice
from portal.practices.actions import talk
from portal.practices.actions.experiences import SORT, Telling, tell
from portal.practices.actions.marks import set_mark
from portal.practices.models import Evidence, Experience, Lived, Mark, Practice
from portal.practices.models import MarkSort as Sort
from tests.factories import make_team, make_user

_numbers = count(1)


def make_experience(
    practice: Practice,
    verdict: Lived = Lived.RECOMMENDED,
    author: User | None = None,
    *,
    people: int = 1,
    waits: bool = False,
    **words: str,
) -> Experience:
    """What somebody new, or a panel, has told in English; published unless it waits."""
    number = next(_numbers)
    told = Telling(
        verdict,
        words.get("helped", f"Calm talk {number}"),
        words.get("hurt", ""),
        "en",
        Voice.EXPERT,
        people,
    )
    sent = f"panel-{number}" if people > 1 else ""
    made = tell(practice, author or make_user(), told, sent)
    if not waits:
        talk.publish(SORT, made.id)
    return Experience.get_by_id(made.id)


def make_mark(
    practice: Practice,
    value: Evidence | Lived = Evidence.SOME,
    why: str = "",
    set_on: date = date(2026, 1, 31),
    **fields,
) -> Mark:
    """A mark that a team called Research has set, with why in English."""
    sort = Sort.EVIDENCE if isinstance(value, Evidence) else Sort.LIVED
    team = fields.pop("team", None) or make_team(en="Research")
    values = {"team": team, "set_on": set_on, "by": None} | fields
    return set_mark(practice, sort, value, {"en": why}, **values)
