"""Marks that are to be set anew, among the tasks of coordinators."""

from flask import url_for
from flask_babel import ngettext

from portal.permissions import Permission, can
from portal.practices.queries.marks import count_due
from portal.upkeep import other_tasks
from portal.upkeep.other_tasks import OtherTask


def register() -> None:
    other_tasks.register(marks_due)


def marks_due() -> OtherTask | None:
    """One statement, of coordinators only."""
    count = count_due() if can(Permission.PRACTICE_MARK) else 0
    if not count:
        return None
    title = ngettext(
        "practice whose marks are to be set anew",
        "practices whose marks are to be set anew",
        count,
    )
    return OtherTask(title, url_for("practices.marks_due"), count)
