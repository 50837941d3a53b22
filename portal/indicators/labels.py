"""What indicators are called, what they tell and how they are counted."""

from typing import Any

from flask import Flask
from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from portal.agreement.queries.figures import Figure
from portal.i18n import LANGUAGES, language
from portal.indicators.counted import Unit
from portal.indicators.queries.keeping import EVERY
from portal.indicators.queries.series import Point, Series
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary

NAMES = {
    "balance": _l("Balance"),
    "coverage": _l("Needs met in municipalities"),
    "uniformity": _l("Uniformity"),
    "roll-out": _l("In use everywhere"),
    "proposals-answered": _l("Proposals answered in time"),
    "reports-answered": _l("Phenomena answered within 90 days"),
    "feedback-answered": _l("Feedback on cards answered in time"),
    "proposals-changed": _l("Proposals that changed something"),
    "first-meeting": _l("Days to the first meeting"),
    "languages": _l("Services in every language"),
    "freshness": _l("Cards checked in time"),
    "unmet-needs": _l("Looked for and not found"),
}
AIMS = {
    "balance": _l("More of the services prevent, fewer mend afterwards."),
    "coverage": _l("Every need is met in every municipality."),
    "uniformity": _l("A service holds the same wherever one lives."),
    "roll-out": _l("What was found good is in use in every municipality."),
    "proposals-answered": _l("Who proposes something is answered when promised."),
    "reports-answered": _l("What workers and partners report is answered."),
    "feedback-answered": _l("Who says that a card is wrong is answered."),
    "proposals-changed": _l("Proposals lead to something."),
    "first-meeting": _l("One meets somebody soon."),
    "languages": _l("Services can be read in Finnish, Swedish and English."),
    "freshness": _l("What a card says is true."),
    "unmet-needs": _l("Fewer people look for help in vain."),
}
FORMULAS = {
    "balance": _l(
        "The region's public services with each focus, of all of them. A service of the"
        " whole county counts in each municipality."
    ),
    "coverage": _l(
        "Each need in each municipality counts once. It is met where at least one"
        " public service is tagged with it."
    ),
    "uniformity": _l(
        "Each thing that a definition card agrees on counts once for each service that"
        " follows the card. It holds where the service says the same, or where the"
        " difference was accepted and the time has not run out."
    ),
    "roll-out": _l(
        "Each definition card that agrees on a responsible worker and each public pilot"
        " that is being taken up or is permanent counts once in each municipality. What"
        " is not known is not in use."
    ),
    "proposals-answered": _l(
        "Published proposals of workshops whose day to answer has passed. In time is an"
        " answer given by that day."
    ),
    "reports-answered": _l(
        "Of public phenomena that were taken up more than 90 days ago, those that were"
        " answered within 90 days of that day. Later ones are not counted yet."
    ),
    "feedback-answered": _l(
        "Feedback that has been answered or is past the day we promised. Feedback is"
        " deleted some time after the answer, and then no longer counted. The figure"
        " stands until five pieces of feedback or more have come or gone, so that it"
        " tells nothing of one person's."
    ),
    "proposals-changed": _l(
        "Of all published proposals, those whose promise is done and told, or that a"
        " thread leads to a change."
    ),
    "first-meeting": _l(
        "The median of the waiting times that the region's services tell themselves."
    ),
    "languages": _l(
        "The region's public services whose texts are published in all three languages,"
        " and in each, of all of them."
    ),
    "freshness": _l(
        "The region's public services that were checked within the time set for each,"
        " of all of them."
    ),
    "unmet-needs": _l(
        "How many times in the last whole month somebody searched and found nothing, or"
        " said that nothing fits."
    ),
}
CHANGED: dict[tuple[str, int], Any] = {}
"""What is counted otherwise from an edition of a formula on, by code and edition."""
SOURCES = {
    "agreement.balance": _l("Balance"),
    "agreement.coverage": _l("Coverage and gaps"),
    "agreement.deviations": _l("Differences"),
    "agreement.rollouts": _l("Responsible worker"),
    "workshops.listing": _l("Workshops"),
    "reports.landing": _l("What workers and partners report"),
    "threads.threads": _l("What changed"),
    "directory.services": _l("Find help"),
    "directory.unmet_needs": _l("Looked for and not found"),
}


def figure(point: Point) -> str:
    """`84 %`, `12 days`, or that there were too few to tell."""
    if point.value is None:
        return _("Too few to tell")
    if point.unit is Unit.SHARE:
        percent = Figure(round(point.value), point.n or 0).percent
        return _("%(percent)s %%", percent=percent)
    if point.unit is Unit.DAYS:
        return ngettext(
            "%(days)s day", "%(days)s days", round(point.value), days=number(point)
        )
    return number(point)


def number(point: Point) -> str:
    return str(format_decimal(point.value, format="#,##0.#"))


def out_of(point: Point) -> str:
    """Of how many it was counted, in words."""
    if point.value is None or point.n is None:
        return ""
    if point.unit is Unit.DAYS:
        return ngettext("%(num)s service tells", "%(num)s services tell", point.n)
    return _("%(part)s of %(n)s", part=round(point.value), n=point.n)


def part_name(series: Series, code: str) -> str:
    """What one part of an indicator is called; empty where it is the whole."""
    if code == "balance":
        return str(vocabulary().of(Scheme.FOCUS)[series.part].labels[language()])
    if series.part == EVERY:
        return _("All three")
    return LANGUAGES.get(series.part, "")


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        INDICATOR_NAMES=NAMES,
        INDICATOR_AIMS=AIMS,
        INDICATOR_FORMULAS=FORMULAS,
        INDICATOR_CHANGES=CHANGED,
        INDICATOR_SOURCES=SOURCES,
        indicator_figure=figure,
        out_of=out_of,
        part_name=part_name,
    )
