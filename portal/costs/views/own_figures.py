"""The same calculation with own figures: in the address, kept nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from flask import abort, make_response
from flask.typing import ResponseReturnValue

from portal.costs.forms.own import OwnFiguresForm
from portal.costs.models import Part
from portal.costs.queries.page import read_in
from portal.costs.reckoning import Cost, product
from portal.costs.sheet import Formula, Shown
from portal.costs.views import bp
from portal.costs.views.study import found
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.web import NOT_LISTED, render, request


@bp.get("/cost-studies/<slug>/calculation")
@access(PUBLIC)
def calculation(slug: str) -> ResponseReturnValue:
    published = found(slug)
    read = read_in(published.study, language())
    line, formula = asked(read.sheet.lines)
    form = OwnFiguresForm.of(request.args)
    own = alike = None
    status = 200
    if line and formula and formula.figures:
        if not form.is_sent:
            form.fill(formula.figures)
        elif form.validate():
            own = reckoned(form.figures)
            alike = in_group(read.sheet.lines, line, formula, form.figures)
        else:
            status = 422
    answer = make_response(
        render(
            "costs/calculation.html",
            published=published,
            read=read,
            line=line,
            formula=formula,
            form=form,
            own=own,
            alike=alike,
            first=read.sheet.columns[0],
        ),
        status,
    )
    answer.headers["X-Robots-Tag"] = NOT_LISTED["X-Robots-Tag"]
    return answer


def asked(lines: list[Shown]) -> tuple[Shown | None, Formula | None]:
    """The line and scenario of the address; none yet, or 404 for what is not there."""
    wanted, scenario = request.args.get("line", ""), request.args.get("scenario", "")
    if not wanted and not scenario:
        return None, None
    found = [
        (line, formula)
        for line in lines
        for formula in line.formulas
        if (line.key, formula.column.key) == (wanted, scenario)
    ]
    return found[0] if found else abort(404)


@dataclass(frozen=True)
class InGroup:
    """The other lines that count the same persons, and what they gain with one's own
    number of persons: euros a year."""

    lines: int
    persons: Decimal
    gained: int


def in_group(
    lines: list[Shown], line: Shown, formula: Formula, own: Mapping[Part, Decimal]
) -> InGroup | None:
    published, persons = formula.likely[Part.PERSONS], own[Part.PERSONS]
    others = [
        other
        for one in lines
        if one.group == line.group and one.key != line.key
        for other in one.formulas
        if other.column.key == formula.column.key
        and other.cost
        and other.likely.get(Part.PERSONS) == published
    ]
    if not others or persons == published:
        return None
    gained = sum(
        product(*(other.likely | {Part.PERSONS: persons}).values()) - other.cost.likely
        for other in others
        if other.cost
    )
    return InGroup(len(others), published, gained)


def reckoned(figures: Mapping[Part, Decimal]) -> Cost:
    cost = product(*figures.values())
    return Cost(cost, cost, cost)
