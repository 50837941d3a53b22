"""How notices of votes read."""

from collections import defaultdict
from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from portal.ballots.models import Poll, PollText
from portal.directory.queries.names import in_language
from portal.i18n import language
from portal.notices import events
from portal.notices.events import Told
from portal.notices.models import Notice, Topic
from portal.workshops.models import Workshop
from portal.workshops.queries.readers import closed_to


def register() -> None:
    for event in ("poll-opened", "poll-ends", "poll-result"):
        events.register(event, Topic.PHASES, told)


def told(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement, and those of `closed_to`."""
    titles: dict[int, dict[str, str]] = defaultdict(dict)
    workshops: dict[int, Workshop] = {}
    texts = PollText.select(PollText, Poll.id, Workshop).join(Poll).join(Workshop)
    for text in texts.where(Poll.id.in_({notice.item_id for notice in notices})):
        titles[text.poll.id][text.language] = text.title
        workshops[text.poll.id] = text.poll.workshop
    pairs = [
        (one, workshops[one.item_id]) for one in notices if one.item_id in workshops
    ]
    closed = closed_to(pairs)
    return {
        notice.id: Told(
            says(notice.event),
            url_for("ballots.poll", number=notice.item_id),
            *in_language(titles[notice.item_id], language()),
        )
        for notice, _workshop in pairs
        if notice.id not in closed
    }


def says(event: str) -> str:
    return {
        "poll-opened": _("A vote is open. You can vote now."),
        "poll-ends": _("A vote ends tomorrow."),
        "poll-result": _("The result of a vote is there."),
    }[event]
