"""Pilots that somebody follows."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from portal.i18n import language
from portal.notices import events, things
from portal.notices.events import Told, facts
from portal.notices.models import Notice, Topic
from portal.notices.things import Thing
from portal.pilots.labels import STATES
from portal.pilots.models import KIND, PilotState
from portal.search.queries import names


def register() -> None:
    things.register(KIND, followed)
    events.register("pilot-state", Topic.FOLLOWED, told_of_state)


def followed(ids: Sequence[int]) -> dict[int, Thing]:
    return {
        name.item_id: Thing(
            name.title, name.language, url_for("pilots.pilot", slug=name.slug)
        )
        for name in names(KIND, list(ids), language()).values()
    }


def told_of_state(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement. What is not public is passed over."""
    found = followed([notice.item_id for notice in notices])
    return {
        notice.id: Told(
            _(
                "A pilot that you follow has come further: %(state)s.",
                state=STATES[PilotState(facts(notice)["state"])],
            ),
            thing.url,
            thing.title,
            thing.language,
        )
        for notice in notices
        for thing in [found.get(notice.item_id)]
        if thing
    }
