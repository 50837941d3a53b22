"""What waits in the queue, a page at a time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from peewee import JOIN

from portal.accounts.models import User
from portal.db import rows
from portal.moderation.kinds import KINDS, Item, Like, Likes, places
from portal.moderation.models import Case, Cause
from portal.moderation.queries.care import is_heavy
from portal.moderation.queries.earlier import earlier_of
from portal.moderation.queries.filters import Tally, Wanted, tallies
from portal.moderation.queries.reports import reports_on
from portal.moderation.queries.waiting import CaseRow, Waiting
from portal.paging import pages_of

ON_A_PAGE = 20


@dataclass(frozen=True)
class Queue:
    """A page of what is wanted. `everything` counts all that waits, `places` are what
    the workshops are called where it waits."""

    wanted: Wanted
    waiting: list[Waiting]
    everything: list[Tally]
    places: dict[int, str]
    number: int
    pages: int

    @property
    def fitting(self) -> list[Tally]:
        return [tally for tally in self.everything if tally.fits(self.wanted)]

    @property
    def total(self) -> int:
        return sum(tally.count for tally in self.fitting)

    @property
    def urgent(self) -> int:
        return sum(tally.urgent for tally in self.fitting)

    @property
    def oldest(self) -> datetime | None:
        return min((tally.oldest for tally in self.fitting), default=None)

    def open_one(self, case_id: int) -> Waiting | None:
        """The case asked for, else the first that may be decided, else the first."""
        asked = [one for one in self.waiting if one.case_id == case_id]
        free = [one for one in self.waiting if one.decidable]
        return next(iter(asked + free + self.waiting), None)

    def after(self, this: Waiting | None) -> Waiting | None:
        """What is read next: the next that may be decided, else one before it."""
        if this is None:
            return None
        place = self.waiting.index(this)
        others = self.waiting[place + 1 :] + self.waiting[:place]
        return next((one for one in others if one.decidable), None)


def queue(
    me: User, wanted: Wanted | None = None, number: int = 1, *, spared: bool = False
) -> Queue:
    """What waits, the urgent first and then the oldest; heavy ones last and folded for
    who is `spared`. Four statements, at least one for each kind of thing on the page,
    and one if readers have reported something on it."""
    wanted = wanted or Wanted()
    everything = tallies()
    titles = places(tally.workshop for tally in everything if tally.workshop)
    total = sum(tally.count for tally in everything if tally.fits(wanted))
    pages = pages_of(total, ON_A_PAGE)
    number = min(number, pages)
    cases = page_of_cases(wanted, number, spared=spared) if total else []
    items, likes = things(cases)
    earlier = earlier_of(case.author for case in cases)
    reports = reports_on(case.id for case in cases if case.cause is Cause.FLAGGED)
    waiting = [
        Waiting(
            case,
            items[this],
            me.id,
            earlier[case.author].without(*this),
            reports.get(case.id, ()),
            likes.get(this, ()),
            spared,
        )
        for case in cases
        for this in [(case.kind, case.item_id)]
        if this in items
    ]
    return Queue(wanted, waiting, everything, titles, number, pages)


def page_of_cases(wanted: Wanted, number: int, *, spared: bool) -> list[CaseRow]:
    before = Case.alias()
    heavy_last = [is_heavy()] if spared else []
    order = (*heavy_last, Case.urgency.desc(), Case.opened_at, Case.id)
    these = Case.select(Case.id).where(wanted.where()).order_by(*order)
    page = these.paginate(number, ON_A_PAGE).alias("page")
    query = (
        Case.select(
            Case.id,
            Case.kind,
            Case.item_id,
            Case.opened_at,
            Case.workshop,
            Case.author,
            Case.cause,
            Case.urgency,
            Case.findings,
            Case.words,
            Case.question,
            Case.asked_by,
            Case.claimed_by,
            Case.claimed_until,
            Case.due_at,
            Case.reason,
            Case.note,
            before.decision.alias("appealed"),
            before.reason.alias("appealed_reason"),
            before.note.alias("appealed_note"),
            before.decided_at.alias("appealed_at"),
            before.decided_by.alias("appealed_by"),
        )
        .join_from(Case, page, on=(Case.id == page.c.id))
        .join_from(Case, before, JOIN.LEFT_OUTER, on=(Case.appeals == before.id))
        .order_by(*order)
    )
    return rows(query, CaseRow)


This = tuple[str, int]


def things(
    cases: Sequence[CaseRow],
) -> tuple[dict[This, Item], dict[This, tuple[Like, ...]]]:
    """The thing of each case, and what is like it, by kind and id."""
    ids: dict[str, list[int]] = defaultdict(list)
    for case in cases:
        ids[case.kind].append(case.item_id)
    items: dict[This, Item] = {}
    likes: dict[This, tuple[Like, ...]] = {}
    for name, wanted in ids.items():
        if name not in KINDS:
            continue
        found, like = read(name, wanted)
        items |= {(name, number): item for number, item in found.items()}
        likes |= {(name, number): some for number, some in like.items()}
    return items, likes


def read(kind: str, ids: Iterable[int]) -> tuple[dict[int, Item], Likes]:
    wanted = sorted(set(ids))
    with_likes = KINDS[kind].read
    return with_likes(wanted) if with_likes else (KINDS[kind].items(wanted), {})
