"""How long moderators have been at it without a pause, and who is spared heavy cases.
A gap of fifteen minutes between what somebody does is a pause."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from peewee import Expression

from portal.accounts.models import User
from portal.db import local_day, now, today, tuples
from portal.moderation.models import Care, CareNote, Case, Urgency

PAUSE = timedelta(minutes=15)
LONG_HOURS = 2
LOOKED_BACK = timedelta(hours=24)
ON_DUTY = timedelta(hours=1)
MOST_HEAVY = 3
SECONDS_AN_HOUR = 3600
FOLDER = Path(__file__).parent.parent / "data"


@dataclass(frozen=True)
class Done:
    """Something that a moderator decided or took in hand."""

    at: datetime
    heavy: bool


@dataclass(frozen=True)
class Duty:
    """A moderator at work: since when without a pause, how many heavy cases they
    decided today, whether they asked to be spared, and whether others are on who take
    heavy ones."""

    since: datetime | None
    heavy: int
    asked: bool
    others: bool

    @property
    def hours(self) -> int:
        """Full hours since the last pause."""
        worked = (now() - self.since).total_seconds() if self.since else 0
        return int(worked // SECONDS_AN_HOUR)

    @property
    def long(self) -> bool:
        return self.hours >= LONG_HOURS

    @property
    def spared(self) -> bool:
        return self.asked or self.heavy >= MOST_HEAVY

    @property
    def folds(self) -> bool:
        """Whether heavy cases stand folded at the end of their queue."""
        return self.spared and self.others


def duty(me: User) -> Duty:
    """Two statements, however much was done."""
    held = {care.user: care for care in Care.select()}
    done = done_lately()
    mine = held.get(me.id)
    others = {
        user
        for user, things in done.items()
        if user != me.id and max(one.at for one in things) > now() - ON_DUTY
    }
    return Duty(
        working_since(done[me.id], mine.paused_at if mine else None),
        heavy_today(done[me.id]),
        asks(mine),
        any(
            not asks(held.get(user)) and heavy_today(done[user]) < MOST_HEAVY
            for user in others
        ),
    )


def done_lately() -> dict[int, list[Done]]:
    """What each moderator has decided in the last day, and has in hand."""
    moment = now()
    decided = Case.select(Case.decided_by, Case.decided_at, is_heavy()).where(
        Case.decided_by.is_null(False), Case.decided_at > moment - LOOKED_BACK
    )
    claimed = Case.select(Case.claimed_by, Case.claimed_until, Case.id < 0).where(
        Case.claimed_by.is_null(False), Case.claimed_until > moment
    )
    found: dict[int, list[Done]] = defaultdict(list)
    for user, at, heavy in tuples(decided.union_all(claimed)):
        found[user].append(Done(at if at <= moment else at - PAUSE, bool(heavy)))
    return found


def is_heavy() -> Expression:
    """Urgent, or with signs of danger."""
    return (Case.urgency == Urgency.URGENT) | Case.findings.contains('"danger"')


def working_since(done: Sequence[Done], paused_at: datetime | None) -> datetime | None:
    """The moment from which no pause was made; none in a pause."""
    since, later = None, now()
    for at in sorted((one.at for one in done), reverse=True):
        if later - at >= PAUSE or (paused_at and at <= paused_at):
            break
        since = later = at
    return since


def heavy_today(done: Sequence[Done]) -> int:
    return sum(one.heavy and local_day(one.at) == today() for one in done)


def asks(care: Care | None) -> bool:
    """Whether they want no heavy ones today."""
    until: date | None = care.spared_until if care else None
    return until is not None and until >= today()


def notes(me: User) -> list[CareNote]:
    """One's own notes, newest first; there is no way to anybody else's."""
    own = CareNote.select().where(CareNote.user == me.id)
    return list(own.order_by(CareNote.id.desc()))


@cache
def where_to_turn(language: str) -> str:
    """Words on supervision and after-care, in Markdown."""
    return (FOLDER / f"care.{language}.md").read_text(encoding="utf-8")
