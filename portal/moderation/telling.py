"""How notices about decisions read."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from portal.i18n import day
from portal.moderation.kinds import KINDS, Item
from portal.moderation.labels import NEXT_STEPS, REASONS
from portal.moderation.models import Decision, Reason
from portal.notices import events
from portal.notices.events import Told
from portal.notices.models import Notice, Topic

DECIDED = {
    Decision.PUBLISH: "text-published",
    Decision.RETURN: "text-returned",
    Decision.HIDE: "text-hidden",
    Decision.MERGE: "text-merged",
}
APPEAL, BLOCKED, UNDONE, FLAG = (
    "appeal-decided",
    "blocked",
    "decision-undone",
    "flag-decided",
)


def reason_of(facts: Mapping[str, Any], *, step: bool = False) -> str:
    """The reason as a sentence and, if asked, what to do next."""
    if not facts.get("reason"):
        return ""
    reason = Reason(facts["reason"])
    told = f"{REASONS[reason]}."
    return f"{told} {NEXT_STEPS[reason]}" if step else told


def another_look() -> str:
    return _("You can ask for another look at it.")


def published(_facts: Mapping[str, Any]) -> str:
    return _("Your text was read, and anybody can see it now.")


def passed_on() -> str:
    return _("Your text was read and passed on to those whom it is meant for.")


def returned(facts: Mapping[str, Any]) -> str:
    came_back = _("Your text came back to you.")
    return f"{came_back} {reason_of(facts, step=True)}"


def hidden(facts: Mapping[str, Any]) -> str:
    gone = _("Your text is not shown.")
    return f"{gone} {reason_of(facts)} {another_look()}"


def merged(_facts: Mapping[str, Any]) -> str:
    return _(
        "Anybody can see your text now. Another one says much the same, and we ask you "
        "whether the two may become one."
    )


def appeal_decided(facts: Mapping[str, Any]) -> str:
    if facts.get("granted"):
        return _("Another moderator looked at it again and agrees with you.")
    stays = _("Another moderator looked at it again. It stays as it was decided.")
    return f"{stays} {reason_of(facts)}".rstrip()


def blocked(facts: Mapping[str, Any]) -> str:
    outside = facts.get("outside")
    if not facts["until"]:
        if outside:
            return _("You can write outside of workshops again.")
        return _("You can write in this workshop again.")
    last = day(date.fromisoformat(facts["until"]))
    until = (
        _("You can't write outside of workshops until %(date)s.", date=last)
        if outside
        else _("You can't write in this workshop until %(date)s.", date=last)
    )
    return f"{until} {reason_of(facts)} {another_look()}"


def undone(_facts: Mapping[str, Any]) -> str:
    return _("We took back what we had decided of your text, and read it once more.")


def flag_decided(facts: Mapping[str, Any]) -> str:
    if facts.get("undone"):
        return _(
            "We took back what we had decided of the text that you reported, and read "
            "it once more."
        )
    if facts["decision"] == Decision.PUBLISH:
        return _("We read the text that you reported. It stays as it is.")
    return _("We read the text that you reported. It is not shown any more.")


SENTENCES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    DECIDED[Decision.PUBLISH]: published,
    DECIDED[Decision.RETURN]: returned,
    DECIDED[Decision.HIDE]: hidden,
    DECIDED[Decision.MERGE]: merged,
    APPEAL: appeal_decided,
    BLOCKED: blocked,
    UNDONE: undone,
    FLAG: flag_decided,
}


def tell_texts(told: Sequence[Notice]) -> dict[int, Told]:
    """How notices about decisions read; of a thing that is gone, none."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for notice in told:
        wanted[notice.kind].add(notice.item_id)
    items = {
        kind: KINDS[kind].items(sorted(ids))
        for kind, ids in wanted.items()
        if kind in KINDS
    }
    return {
        notice.id: _told(notice, item)
        for notice in told
        if (item := items.get(notice.kind, {}).get(notice.item_id))
    }


def _told(notice: Notice, item: Item) -> Told:
    """Which text it is, its number says: mail and notices hold no words of people.
    Who reported one follows their report."""
    noted = json.loads(notice.facts)
    text = SENTENCES[notice.event](noted).strip()
    if notice.event == DECIDED[Decision.PUBLISH] and KINDS[notice.kind].passes_on:
        text = passed_on()
    if notice.event == FLAG:
        return Told(text, url_for("rights.followed", code=noted["code"]))
    return Told(text, item.url, f"{KINDS[notice.kind].label} {notice.item_id}")


def register() -> None:
    for event in SENTENCES:
        events.register(event, Topic.MODERATION, tell_texts)
