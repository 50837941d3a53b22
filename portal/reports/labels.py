"""What the sorts, states and steps of reports and phenomena are called."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.reports.models import Frequency, Progress, ReportState, Sort

SORTS = {
    Sort.SUCCESS: _l("Success"),
    Sort.PROBLEM: _l("Problem"),
    Sort.WEAK_SIGNAL: _l("Weak signal"),
}
SORT_LINES = {
    Sort.SUCCESS: _l("Something works, and others could use it"),
    Sort.PROBLEM: _l("Something fails people"),
    Sort.WEAK_SIGNAL: _l("Something small or new that may grow"),
}
FREQUENCIES = {
    Frequency.ONCE: _l("Once"),
    Frequency.RECURRING: _l("Again and again"),
    Frequency.GROWING: _l("More and more"),
}
STATES = {
    ReportState.RECEIVED: _l("Received"),
    ReportState.DE_IDENTIFIED: _l("Read: it tells of no person"),
    ReportState.RETURNED: _l("Returned for rewording"),
    ReportState.HIDDEN: _l("Not used"),
    ReportState.WITHDRAWN: _l("Taken back"),
}
PROGRESS = {
    Progress.GATHERED: _l("Gathered"),
    Progress.TAKEN_UP: _l("Taken up"),
    Progress.ANSWERED: _l("Answered"),
    Progress.ACTED_ON: _l("Acted on"),
    Progress.EFFECT_FOLLOWED: _l("Effect followed"),
}
STEPS = {
    ReportState.RECEIVED.value: STATES[ReportState.RECEIVED],
    ReportState.DE_IDENTIFIED.value: _l("Read through"),
    **{progress.value: label for progress, label in PROGRESS.items()},
}
"""The seven steps that a report takes, in their order."""


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        REPORT_SORTS=SORTS,
        REPORT_SORT_LINES=SORT_LINES,
        REPORT_FREQUENCIES=FREQUENCIES,
        REPORT_STATES=STATES,
        REPORT_STEPS=STEPS,
        PHENOMENON_PROGRESS=PROGRESS,
    )
