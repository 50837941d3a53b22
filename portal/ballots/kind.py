"""How reasons given in a vote stand in the moderators' queue: each by itself, without
a voice, since nobody knows whose it is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.ballots.actions import reasons
from portal.ballots.labels import STANCES
from portal.ballots.models import KIND, Poll, PollOption, PollOptionText, Reason
from portal.ballots.queries.polls import titled
from portal.ballots.reading import readable
from portal.ballots.tallies import Consent
from portal.db import tuples
from portal.directory.queries.names import in_language
from portal.i18n import language
from portal.moderation import kinds
from portal.moderation.kinds import Item, Kind
from portal.proposals.models import State


def items(ids: Sequence[int]) -> dict[int, Item]:
    found: list[Any] = list(
        Reason.select(Reason, PollOption.poll.alias("poll"))
        .join(PollOption)
        .where(Reason.id.in_(list(ids)))
        .objects()
    )
    texts: dict[int, dict[str, PollOptionText]] = defaultdict(dict)
    options = [row.option for row in found]
    for text in PollOptionText.select().where(PollOptionText.option.in_(options)):
        texts[text.option][text.language] = text
    votes = Poll.select().where(Poll.id.in_({row.poll for row in found}))
    polls = {poll.id: poll for poll in titled(list(votes), language())}
    return {
        row.id: item(row, texts[row.option], polls[row.poll].title) for row in found
    }


def item(row: Any, texts: dict[str, PollOptionText], place: str) -> Item:
    option, spoken = in_language(texts, language())
    about = _("In a vote: %(stance)s", stance=STANCES[Consent(row.stance)])
    return Item(
        id=row.id,
        heading=row.body,
        paragraphs=(),
        language=row.language,
        place=place,
        url=url_for("ballots.poll", number=row.poll),
        voice="",
        about=(about, option.title, spoken),
    )


def public(ids: Iterable[int]) -> set[int]:
    these = Reason.id.in_(list(ids)) & (Reason.state == State.PUBLISHED)
    return {number for (number,) in tuples(Reason.select(Reason.id).where(these))}


def register() -> None:
    kind = Kind(
        label=_l("Reason in a vote"),
        items=items,
        publish=reasons.publish_reason,
        send_back=reasons.put_aside,
        hide=reasons.hide_reason,
        reopen=reasons.reopen_reason,
        erase=reasons.erase_reason,
        public=public,
        readable=readable,
    )
    kinds.register(KIND, kind)
