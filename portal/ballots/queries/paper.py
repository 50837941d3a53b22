"""Voting on paper: who may take a sheet, and how far the sheets are entered."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from portal.accounts.models import User
from portal.ballots.models import Elector, PaperEntry, PaperSheet
from portal.ballots.sealing import Content, unseal
from portal.db import rows, tuples
from portal.workshops.models import Participant

MOST_SHOWN = 20
BOTH = 2


@dataclass(frozen=True)
class Person:
    """An elector as those who run the workshop know them."""

    id: int
    nickname: str
    joined_at: datetime
    on_paper: bool


@dataclass(frozen=True)
class Counts:
    """Sheets of a poll: people who took one, sheets printed, entered by one person
    only, read differently by two, and in the box."""

    marked: int
    printed: int
    once: int
    differing: int
    in_box: int

    @property
    def missing(self) -> int:
        """How many would not be counted if the vote closed now."""
        return max(0, self.marked - self.in_box)


@dataclass(frozen=True)
class Reading:
    """What one clerk read from a sheet."""

    clerk: int
    name: str
    content: Content


def people(poll_id: int, asked: str) -> list[Person]:
    """The electors whose nickname has these letters in it."""
    columns = (
        Elector.id,
        Participant.nickname,
        Participant.joined_at,
        Elector.on_paper,
    )
    found = rows(
        Elector.select(*columns).join(Participant).where(Elector.poll == poll_id),
        Person,
    )
    wanted = [one for one in found if asked.casefold() in one.nickname.casefold()]
    return sorted(wanted, key=lambda one: (one.nickname.casefold(), one.id))


def elector(poll_id: int, elector_id: int) -> Elector | None:
    these = (Elector.id == elector_id) & (Elector.poll == poll_id)
    return Elector.get_or_none(these)


def counts(poll_id: int) -> Counts:
    electors = (Elector.poll == poll_id) & Elector.on_paper
    found = PaperEntry.select(PaperEntry, PaperSheet.poll.alias("poll"))
    entries: dict[int, list[Content]] = defaultdict(list)
    these = found.join(PaperSheet).where(PaperSheet.poll == poll_id).objects()
    for entry in these:
        entries[entry.sheet].append(read(poll_id, entry))
    alike = sum(len(two) == BOTH and two[0] == two[1] for two in entries.values())
    once = sum(len(one) == 1 for one in entries.values())
    return Counts(
        marked=Elector.select().where(electors).count(),
        printed=PaperSheet.select().where(PaperSheet.poll == poll_id).count(),
        once=once,
        differing=len(entries) - once - alike,
        in_box=alike,
    )


def readings(sheet: PaperSheet) -> list[Reading]:
    """What has been read from a sheet, in the order in which it was entered."""
    entries = list(
        PaperEntry.select().where(PaperEntry.sheet == sheet.id).order_by(PaperEntry.id)
    )
    these = User.id.in_([entry.entered_by for entry in entries])
    names = dict(tuples(User.select(User.id, User.name).where(these)))
    return [
        Reading(entry.entered_by, names[entry.entered_by], read(int(sheet.poll), entry))
        for entry in entries
    ]


def read(poll_id: int, entry: PaperEntry) -> Content:
    return unseal(entry.sealed, entry_place(poll_id, entry.sheet, entry.entered_by))


def entry_place(poll_id: int, sheet_id: int, clerk_id: int) -> str:
    """Where an entry is bound to when it is sealed."""
    return f"{poll_id}:sheet:{sheet_id}:{clerk_id}"
