"""What authors may know of their texts, and when they are promised to be read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from portal.db import local_day

DaysOff = Callable[[date], bool]

DAYS_OFF: list[DaysOff] = []
SATURDAY = 5


class Standing(StrEnum):
    """Where a text stands. New words may wait or come back while the earlier ones
    stay in public; what is `JOINED` is a part of another text, what is `PASSED_ON` is
    with those whom it is meant for and never in public."""

    WAITING = "waiting"
    PUBLIC = "public"
    NEW_WORDS_WAIT = "new-words-wait"
    NEW_WORDS_BACK = "new-words-back"
    RETURNED = "returned"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"
    JOINED = "joined"
    PASSED_ON = "passed-on"


@dataclass(frozen=True)
class OwnText:
    """A text as its author finds it again. Without a heading, its words are deleted;
    `reword` and `withdraw` are addresses, empty where that can't be done."""

    heading: str
    language: str
    url: str
    standing: Standing
    reword: str = ""
    withdraw: str = ""


def register_days_off(is_off: DaysOff) -> None:
    """Say on which days nobody works, beside weekends."""
    DAYS_OFF[:] = [is_off]


def read_by(written_at: datetime) -> date:
    """The day by which a text written at this moment is promised to be read: the next
    working day."""
    day = local_day(written_at) + timedelta(days=1)
    while is_off(day):
        day += timedelta(days=1)
    return day


def is_off(day: date) -> bool:
    return day.weekday() >= SATURDAY or any(off(day) for off in DAYS_OFF)
