"""Every figure that was taken, as open data."""

from collections.abc import Iterator
from decimal import Decimal

from flask import jsonify
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.decimals import local, plain
from portal.directory.queries.areas import municipalities
from portal.freshness import kept
from portal.i18n import language
from portal.indicators.counted import Unit
from portal.indicators.definitions import INDICATORS
from portal.indicators.labels import AIMS, FORMULAS, NAMES, part_name
from portal.indicators.models import CHANGES
from portal.indicators.queries.series import Series, by_series, rows
from portal.indicators.views import bp
from portal.permissions import PUBLIC, access
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as WORDS
from portal.vocabulary.queries import vocabulary


def every() -> Iterator[tuple[str, Series]]:
    for (code, _area, _part), series in by_series(rows()).items():
        yield code, series


def area_name(code: str) -> str:
    areas = municipalities(vocabulary())
    return areas[code].labels[language()] if code in areas else ""


@bp.get("/indicators.csv")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def indicators_sheet() -> ResponseReturnValue:
    headings = (
        _("Indicator"),
        _("Part"),
        _("Municipality"),
        _("Day"),
        _("Figure"),
        _("Of how many"),
        "%",
        _("Edition of the formula"),
    )
    lines = [
        (
            str(NAMES[code]),
            part_name(series, code),
            area_name(series.area),
            point.on.isoformat(),
            written(point.value),
            point.n,
            written(point.level) if point.unit is Unit.SHARE else "",
            point.formula,
        )
        for code, series in every()
        for point in series.points
    ]
    return csv_file("indicators", headings, lines)


def written(figure: float | None) -> str:
    """With one decimal at most, and the decimal sign of the language."""
    return "" if figure is None else local(plain(Decimal(f"{figure:.1f}")))


@bp.get("/indicators.json")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def indicators_data() -> ResponseReturnValue:
    """`null` is too few to tell; an empty `municipality` the whole region."""
    found: dict[str, list[dict[str, object]]] = {code: [] for code in INDICATORS}
    for code, series in every():
        found[code] += [
            {
                "date": point.on.isoformat(),
                "municipality": series.area,
                "part": series.part,
                "value": point.value,
                "n": point.n,
                "formula": point.formula,
            }
            for point in series.points
        ]
    return jsonify(
        language=language(),
        indicators=[
            {
                "code": code,
                "name": str(NAMES[code]),
                "aim": str(AIMS[code]),
                "counted": str(FORMULAS[code]),
                "unit": one.unit,
                "wanted": one.aim,
                "formula": one.formula,
                "figures": found[code],
            }
            for code, one in INDICATORS.items()
        ],
    )
