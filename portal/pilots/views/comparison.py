"""One pilot's places and ways of doing it, side by side."""

from collections.abc import Iterator

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.pilots.comparing import Compared, compare
from portal.pilots.models import CHANGES
from portal.pilots.queries.results import results
from portal.pilots.queries.shelf import Shelved
from portal.pilots.selection_labels import REACHED, site_name
from portal.pilots.views import bp
from portal.pilots.views.found import found_pilot
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render


@bp.get("/pilots/<slug>/comparison")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def comparison(slug: str) -> ResponseReturnValue:
    pilot = found_pilot(slug)
    return render(
        "pilots/comparison.html",
        pilot=pilot,
        text=pilot.text(language()),
        compared=compared(pilot),
    )


@bp.get("/pilots/<slug>/comparison.csv")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def comparison_sheet(slug: str) -> ResponseReturnValue:
    headings = (
        _("Measure"),
        _("Unit"),
        _("Municipality"),
        _("Variant"),
        _("Before"),
        _("Newest figure"),
        _("All that was told"),
        _("Change from before"),
        _("Target"),
        _("Target reached?"),
        _("People"),
        _("Periods not shown"),
    )
    return csv_file(f"{slug}-comparison", headings, lines(found_pilot(slug)))


def compared(pilot: Shelved) -> list[Compared]:
    return [compare(one) for one in results(pilot.id).measures]


def lines(pilot: Shelved) -> Iterator[tuple[object, ...]]:
    for one in compared(pilot):
        measure = one.measure
        for row in one.rows:
            yield (
                measure.name(language())[0],
                measure.unit.value,
                "" if row in one.variants else site_name(row.sites[0]),
                row.variant,
                rounded(measure.baseline),
                rounded(row.latest.value if row.latest else None),
                rounded(row.whole.value if row.whole else None),
                rounded(row.change),
                rounded(measure.target),
                REACHED[row.reached],
                row.whole.n if row.whole else "",
                row.waiting,
            )


def rounded(value: object) -> object:
    """No more precise than the page is."""
    return "" if value is None else round(value, 1)  # type: ignore[call-overload]
