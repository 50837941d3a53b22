"""Practices that somebody follows."""

from collections.abc import Callable, Sequence

from flask import url_for
from flask_babel import gettext as _

from portal.i18n import language
from portal.notices import events, things
from portal.notices.events import Told, facts
from portal.notices.models import Notice, Topic
from portal.notices.things import Thing
from portal.practices.labels import STAGES
from portal.practices.models import KIND, Stage
from portal.search.queries import names


def register() -> None:
    things.register(KIND, followed)
    events.register("practice-changed", Topic.FOLLOWED, told_of_change)
    events.register("practice-stage", Topic.FOLLOWED, told_of_stage)
    events.register("practice-use", Topic.FOLLOWED, told_of_use)
    events.register("practice-marked", Topic.FOLLOWED, told_of_mark)


def followed(ids: Sequence[int]) -> dict[int, Thing]:
    return {
        name.item_id: Thing(
            name.title,
            name.language,
            url_for("practices.practice", slug=name.slug),
        )
        for name in names(KIND, list(ids), language()).values()
    }


def told_of_use(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement. What is no longer public is passed over."""
    found = names(KIND, [notice.item_id for notice in notices], language())
    return {
        notice.id: Told(
            _("A practice that you follow was taken in use or stopped somewhere."),
            url_for("practices.applications", slug=found[notice.item_id].slug),
            found[notice.item_id].title,
            found[notice.item_id].language,
        )
        for notice in notices
        if notice.item_id in found
    }


def told_of_change(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement."""
    return followed_one(
        notices, lambda _notice: _("A practice that you follow changed.")
    )


def told_of_stage(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement."""
    return followed_one(notices, new_stage)


def new_stage(notice: Notice) -> str:
    stage = STAGES[Stage(facts(notice)["stage"])]
    return _("A practice that you follow has a new stage: %(stage)s.", stage=stage)


def followed_one(
    notices: Sequence[Notice], sentence: Callable[[Notice], str]
) -> dict[int, Told]:
    """What is no longer public is passed over."""
    found = followed([notice.item_id for notice in notices])
    return {
        notice.id: Told(sentence(notice), thing.url, thing.title, thing.language)
        for notice in notices
        for thing in [found.get(notice.item_id)]
        if thing
    }


def told_of_mark(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement."""
    return followed_one(
        notices, lambda _notice: _("A practice that you follow has a new mark.")
    )
