"""Casting a ballot. One upsert, and nothing else is written: no flag, no time, no
log line says that this elector has voted."""

import secrets

from flask_babel import gettext as _

from portal.ballots import link_keys
from portal.ballots.holding import hold, is_open, need_open, need_vote_phase
from portal.ballots.models import Ballot, Elector, Poll
from portal.ballots.sealing import Content, seal
from portal.db import database, upsert
from portal.errors import Refused
from portal.workshops.codes import ALPHABET
from portal.workshops.models import Way, Workshop

RECEIPT_LENGTH = 10


def cast(
    poll: Poll,
    elector: Elector,
    choice: object,
    *,
    way: Way,
    reasons: dict[str, tuple[str, str, str]] | None = None,
) -> str:
    """Put the elector's ballot in the box, in the place of an earlier one; the
    receipt, by which only they find it in the list. The choice has been checked."""
    receipt = new_receipt()
    content = Content(choice, elector.voice.value, way.value, receipt, reasons or {})
    drop(poll, f"elector:{elector.id}", content, elector_id=elector.id)
    return receipt


def drop(
    poll: Poll, holder: str, content: Content, *, elector_id: int | None = None
) -> None:
    """Seal the content, and put it under the name that `holder` has in this poll."""
    key = need_key(poll)
    name = link_keys.ballot_name(key, holder)
    sealed = seal(content, poll.method, place(poll, name))
    with database.atomic():
        need_open(hold(poll.id))
        if elector_id is not None:
            need_voting(elector_id)
        upsert(Ballot, {"poll": poll.id, "name": name}, sealed=sealed)


def need_key(poll: Poll) -> bytes:
    """The link key. A closed poll has none, and says so; an open one that has lost
    its key takes no more ballots."""
    key = link_keys.read(poll.link_key) if poll.link_key else None
    if key is None:
        need_open(Poll.get_by_id(poll.id))
        raise Refused(
            _(
                "Voting has ended because of a fault, and this ballot was not counted. "
                "Ballots cast before it count. Tell those who run the workshop."
            )
        )
    return key


def is_lost(poll: Poll) -> bool:
    """Whether the key of an open poll is gone; one that has just closed has none."""
    if link_keys.read(poll.link_key):
        return False
    return is_open(Poll.get_by_id(poll.id))


def need_voting(elector_id: int) -> None:
    """Refuse in another phase of the workshop, and whoever votes on paper."""
    found = (
        Workshop.select(Workshop, Elector.on_paper.alias("took_a_sheet"))
        .join(Poll, on=(Poll.workshop == Workshop.id))
        .join(Elector, on=(Elector.poll == Poll.id))
        .where(Elector.id == elector_id)
        .objects()
        .first()
    )
    if found is None:
        raise Refused(_("You are not among those who can vote here."))
    need_vote_phase(found)
    if found.took_a_sheet:
        raise Refused(_("You took a paper ballot, so your vote is on paper."))


def place(poll: Poll, name: str) -> str:
    return f"{poll.id}:{name}"


def new_receipt() -> str:
    return "".join(secrets.choice(ALPHABET) for _sign in range(RECEIPT_LENGTH))
