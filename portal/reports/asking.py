"""What those hear who must answer a phenomenon, and what waits among their tasks."""

from collections.abc import Sequence
from datetime import date

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from portal.i18n import day, language
from portal.notices import events
from portal.notices.events import Told, facts
from portal.notices.models import Notice, Topic
from portal.permissions import Role
from portal.reports.actions.body import ASKED, DUE, LATE
from portal.reports.models import Phenomenon, PhenomenonText, Progress
from portal.reports.queries.texts import title, titles
from portal.reports.queries.waiting import waiting
from portal.upkeep import other_tasks
from portal.upkeep.other_tasks import OtherTask
from portal.upkeep.queries import scope


def register() -> None:
    for event in (ASKED, DUE, LATE):
        events.register(event, Topic.DUTIES, told)
    other_tasks.register(answers_due)


def told(notices: Sequence[Notice]) -> dict[int, Told]:
    """Two statements. What has been answered meanwhile is passed over."""
    wanted = [notice.item_id for notice in notices]
    slugs = {
        row.id: row.slug
        for row in Phenomenon.select().where(
            Phenomenon.id.in_(wanted), Phenomenon.progress == Progress.TAKEN_UP
        )
    }
    named = titles(PhenomenonText.phenomenon.in_(wanted))
    found: dict[int, Told] = {}
    for notice in notices:
        if notice.item_id in slugs:
            slug = slugs[notice.item_id]
            words = title(named.get(notice.item_id, {}), language()) or (slug, "")
            found[notice.id] = Told(
                says(notice), url_for("reports.answer", slug=slug), *words
            )
    return found


def says(notice: Notice) -> str:
    due_on = day(date.fromisoformat(str(facts(notice)["due_on"])))
    if notice.event == LATE:
        return _(
            "An answer that you owe to what people see in their work was due on "
            "%(date)s.",
            date=due_on,
        )
    if notice.event == DUE:
        return _(
            "What people see in their work waits for your answer, due on %(date)s.",
            date=due_on,
        )
    return _(
        "You are asked to answer what people see in their work, by %(date)s.",
        date=due_on,
    )


def answers_due() -> OtherTask | None:
    """Two statements, of editors only."""
    if Role.EDITOR not in current_user.roles:
        return None
    count = len(waiting(scope.organisations_of(current_user)))
    if not count:
        return None
    title_ = ngettext(
        "phenomenon that you must answer", "phenomena that you must answer", count
    )
    return OtherTask(title_, url_for("reports.asked"), count)
