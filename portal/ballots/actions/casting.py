"""Casting a ballot. One upsert, and nothing else is written: no flag, no time, no
log line says that this elector has voted."""

import secrets

from flask_babel import gettext as _
from peewee import EXCLUDED

from portal.ballots import link_keys
from portal.ballots.holding import hold, is_open, lock, need_open, need_vote_phase
from portal.ballots.models import Ballot, Elector, Poll
from portal.ballots.sealing import Content, seal
from portal.db import database
from portal.errors import Refused
from portal.statements import Statement, given
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
        if elector_id is None:
            need_open(hold(poll.id))
        else:
            lock(poll.id)
            need_voting(poll.id, elector_id)
        put(poll=poll.id, name=name, sealed=sealed)


put = Statement(
    lambda: Ballot.insert(
        poll=given("poll"), name=given("name"), sealed=given("sealed")
    ).on_conflict(
        conflict_target=[Ballot.poll, Ballot.name],
        update={Ballot.sealed: EXCLUDED.sealed},
    )
)


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


STANDING = (
    Poll.state,
    Poll.closes_at,
    Elector.on_paper,
    Workshop.phase_set,
    Workshop.moves_by_date,
    Workshop.gather_until,
    Workshop.group_until,
    Workshop.discuss_until,
    Workshop.vote_until,
)
standing = Statement(
    lambda: (
        Elector.select(*STANDING)
        .join(Poll)
        .join(Workshop)
        .where(Elector.id == given("elector"), Elector.poll == given("poll"))
    ),
    *STANDING,
)


def need_voting(poll_id: int, elector_id: int) -> None:
    """Refuse when the vote is not open, in another phase of the workshop, and whoever
    votes on paper. While this is asked, no other ballot gets into the box."""
    found = standing(poll=poll_id, elector=elector_id)
    if not found:
        raise Refused(_("You are not among those who can vote here."))
    facts = dict(zip((column.name for column in STANDING), found[0], strict=True))
    need_open(Poll(state=facts.pop("state"), closes_at=facts.pop("closes_at")))
    took_a_sheet = facts.pop("on_paper")
    need_vote_phase(Workshop(**facts))
    if took_a_sheet:
        raise Refused(_("You took a paper ballot, so your vote is on paper."))


def place(poll: Poll, name: str) -> str:
    return f"{poll.id}:{name}"


def new_receipt() -> str:
    return "".join(secrets.choice(ALPHABET) for _sign in range(RECEIPT_LENGTH))
