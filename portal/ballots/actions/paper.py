"""Voting on paper. A person is marked and draws a shuffled sheet; two people enter
each sheet; what both read alike becomes a ballot."""

import json

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.ballots import link_keys
from portal.ballots.actions.casting import drop, need_key, new_receipt
from portal.ballots.holding import hold, need_open
from portal.ballots.models import (
    Ballot,
    Elector,
    PaperEntry,
    PaperSheet,
    Poll,
    PollState,
)
from portal.ballots.queries.paper import BOTH, entry_place, read
from portal.ballots.sealing import Content, seal
from portal.db import database, upsert
from portal.errors import Refused
from portal.workshops.codes import cleaned, new_sheet_code
from portal.workshops.models import Way
from portal.workshops.queries import digest


def print_sheets(poll_id: int, number: int) -> list[str]:
    """New sheets; their codes, which are told here only."""
    codes = [new_sheet_code() for _sheet in range(number)]
    with database.atomic():
        poll = hold(poll_id)
        if poll.state is PollState.CLOSED:
            need_open(poll)
        PaperSheet.insert_many(
            [{"poll": poll_id, "code_digest": digest(cleaned(code))} for code in codes]
        ).execute()
    return codes


def give_sheet(elector: Elector) -> None:
    """Mark somebody as voting on paper. Marked is marked: nobody knows which sheet
    they drew, so it can't be taken back."""
    with database.atomic():
        poll = hold(elector.poll, alone=True)
        need_open(poll)
        name = link_keys.ballot_name(need_key(poll), f"elector:{elector.id}")
        if Ballot.select().where(Ballot.poll == poll.id, Ballot.name == name).exists():
            raise Refused(
                _(
                    "This person has voted already. They can change that vote on a "
                    "phone or on the shared tablet, and not on paper."
                )
            )
        Elector.update(on_paper=True).where(Elector.id == elector.id).execute()


def sheet(poll: Poll, code: str) -> PaperSheet:
    """The sheet with this code, or a refusal that says it is none of this poll."""
    this = PaperSheet.code_digest == digest(cleaned(code))
    found = PaperSheet.get_or_none((PaperSheet.poll == poll.id) & this)
    if found is None:
        raise Refused(_("No sheet of this vote has this code. Check it once more."))
    return found


def enter(poll: Poll, sheet: PaperSheet, clerk: User, content: Content) -> bool:
    """Store what the clerk read from the sheet; True when another has read the same,
    and the ballot is in the box. What was read earlier from the same sheet by the
    same clerk is replaced."""
    place = entry_place(poll.id, sheet.id, clerk.id)
    entry = seal(content, poll.method, place)
    with database.atomic():
        need_open(hold(poll.id, alone=True))
        others = (PaperEntry.sheet == sheet.id) & (PaperEntry.entered_by != clerk.id)
        entries = list(PaperEntry.select().where(others))
        if len(entries) >= BOTH:
            raise Refused(_("Two people have entered this sheet already."))
        upsert(PaperEntry, {"sheet": sheet, "entered_by": clerk}, sealed=entry)
        agreed = any(read(poll.id, other) == content for other in entries)
        if agreed:
            _put_in_box(poll, sheet, content)
    return agreed


def settle(poll: Poll, sheet: PaperSheet, content: Content) -> None:
    """What two people, with the sheet before them, agree that it says."""
    with database.atomic():
        need_open(hold(poll.id, alone=True))
        entries = list(PaperEntry.select().where(PaperEntry.sheet == sheet.id))
        if len(entries) < BOTH:
            raise Refused(_("Two people enter a sheet before it is settled."))
        for entry in entries:
            place = entry_place(poll.id, sheet.id, entry.entered_by)
            sealed = seal(content, poll.method, place)
            this = PaperEntry.id == entry.id
            PaperEntry.update(sealed=sealed).where(this).execute()
        _put_in_box(poll, sheet, content)


def content_of(
    choice: object, voice: str, reasons: dict[str, tuple[str, str, str]]
) -> Content:
    """What a sheet says. It has no receipt until it is a ballot. The choice is as
    JSON gives it back, so that two readings of one sheet can be compared."""
    return Content(json.loads(json.dumps(choice)), voice, Way.PAPER.value, "", reasons)


def _put_in_box(poll: Poll, sheet: PaperSheet, content: Content) -> None:
    _need_fewer_than_marked(poll, sheet)
    with_receipt = Content(
        content.choice, content.voice, content.way, new_receipt(), content.reasons
    )
    drop(poll, f"sheet:{sheet.id}", with_receipt)


def _need_fewer_than_marked(poll: Poll, sheet: PaperSheet) -> None:
    """There are never more ballots from paper than people who took a sheet."""
    key = need_key(poll)
    sheets = PaperSheet.select(PaperSheet.id).where(PaperSheet.poll == poll.id)
    names = [link_keys.ballot_name(key, f"sheet:{row.id}") for row in sheets]
    own = link_keys.ballot_name(key, f"sheet:{sheet.id}")
    here = Ballot.poll == poll.id
    others = [name for name in names if name != own]
    in_box = Ballot.select().where(here, Ballot.name.in_(others)).count()
    marked = Elector.select().where(Elector.poll == poll.id, Elector.on_paper).count()
    if in_box >= marked:
        raise Refused(
            _("More sheets are entered than people were marked as voting on paper.")
        )
