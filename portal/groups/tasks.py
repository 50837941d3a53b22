"""What waits in groups for those who look after them."""

from flask import url_for
from flask_babel import ngettext
from flask_login import current_user

from portal.groups.queries.decisions import late_in
from portal.groups.queries.questions import to_decide
from portal.permissions import Permission, can
from portal.upkeep import other_tasks
from portal.upkeep.other_tasks import OtherTask
from portal.upkeep.queries.scope import organisations_of


def register() -> None:
    other_tasks.register(late_decisions)
    other_tasks.register(questions_to_decide)


def late_decisions() -> OtherTask | None:
    """One statement, of editors and coordinators only."""
    if not can(Permission.GROUP_CREATE):
        return None
    count, slugs = late_in(organisations_of(current_user))
    if not count:
        return None
    title = ngettext("late decision of a group", "late decisions of groups", count)
    address = url_for("groups.decisions", state="late", group=slugs)
    return OtherTask(title, address, count)


def questions_to_decide() -> OtherTask | None:
    """Two statements, of coordinators only."""
    if not can(Permission.QUESTION_KEEP):
        return None
    count = sum(to_decide())
    if not count:
        return None
    title = ngettext(
        "open question or claim that waits for you",
        "open questions and claims that wait for you",
        count,
    )
    return OtherTask(title, url_for("groups.open_questions"), count)
