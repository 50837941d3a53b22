"""How notices of services and of those who keep them read."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.directory.models import KIND
from portal.directory.queries.named import named
from portal.i18n import language
from portal.notices import events, things
from portal.notices.events import Told, facts
from portal.notices.models import Notice, Topic
from portal.notices.things import Thing

TASKS = "tasks"
"""What one has to do as an editor; its id is that of the user."""


def register() -> None:
    events.register("service-changed", Topic.FOLLOWED, told)
    events.register("cards-due", Topic.DUTIES, told_of_tasks)
    things.register(KIND, followed)


def told(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement."""
    found = followed([notice.item_id for notice in notices])
    return {
        notice.id: Told(
            _("A service that you follow has changed."),
            thing.url,
            thing.title,
            thing.language,
        )
        for notice in notices
        for thing in [found.get(notice.item_id)]
        if thing
    }


def followed(ids: Sequence[int]) -> dict[int, Thing]:
    """Public services. Whom a sensitive one concerns stays unwritten: nobody follows
    it."""
    return {
        service.id: Thing(
            service.name,
            service.language,
            url_for("directory.service", slug=service.slug),
        )
        for service in named(ids, language()).values()
        if not service.sensitive
    }


def told_of_tasks(notices: Sequence[Notice]) -> dict[int, Told]:
    return {
        notice.id: Told(
            ngettext(
                "%(num)s service card of yours is to be checked.",
                "%(num)s service cards of yours are to be checked.",
                facts(notice)["cards"],
            ),
            url_for("upkeep.tasks"),
        )
        for notice in notices
    }
