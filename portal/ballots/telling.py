"""How notices of votes read."""

from collections import defaultdict
from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from portal.ballots.models import PollText
from portal.directory.queries.names import in_language
from portal.i18n import language
from portal.notices import events
from portal.notices.events import Told
from portal.notices.models import Notice, Topic


def register() -> None:
    for event in ("poll-opened", "poll-ends", "poll-result"):
        events.register(event, Topic.PHASES, told)


def told(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement."""
    titles: dict[int, dict[str, str]] = defaultdict(dict)
    these = PollText.poll.in_({notice.item_id for notice in notices})
    for text in PollText.select().where(these):
        titles[text.poll][text.language] = text.title
    return {
        notice.id: Told(
            says(notice.event),
            url_for("ballots.poll", number=notice.item_id),
            *in_language(titles[notice.item_id], language()),
        )
        for notice in notices
        if notice.item_id in titles
    }


def says(event: str) -> str:
    return {
        "poll-opened": _("A vote is open. You can vote now."),
        "poll-ends": _("A vote ends tomorrow."),
        "poll-result": _("The result of a vote is there."),
    }[event]
