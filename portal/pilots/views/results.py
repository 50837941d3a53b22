"""What sites have told, as a file: only what may be shown."""

from collections.abc import Iterator

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.pilots.models import CHANGES
from portal.pilots.queries.results import results, spans
from portal.pilots.queries.shelf import Shelved
from portal.pilots.views import bp
from portal.pilots.views.found import found_pilot
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import vocabulary


@bp.get("/pilots/<slug>/results.csv")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def results_sheet(slug: str) -> ResponseReturnValue:
    found = found_pilot(slug)
    headings = (
        _("Measure"),
        _("Unit"),
        _("Municipality"),
        _("Place or team"),
        _("Variant"),
        _("First day"),
        _("Last day"),
        _("Periods"),
        _("People"),
        _("Result"),
        _("Before"),
        _("Target"),
    )
    return csv_file(f"{found.slug}-results", headings, lines(found))


def lines(pilot: Shelved) -> Iterator[tuple[object, ...]]:
    words = vocabulary().words
    for told in results(pilot.id).measures:
        measure = told.measure
        for line in told.lines:
            for point in line.points:
                days = spans(pilot, point)
                yield (
                    measure.name(language())[0],
                    measure.unit.value,
                    words[line.site.area].labels[language()],
                    line.site.name,
                    line.site.variant,
                    days[0][0],
                    days[-1][1],
                    len(days),
                    point.figure.n,
                    round(point.figure.value, 3),
                    measure.baseline,
                    measure.target,
                )
