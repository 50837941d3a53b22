"""What nothing answers: the counts, and saying that nothing fits."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.directory.actions.unmet import ENOUGH, record
from portal.directory.labels import UNMET
from portal.directory.models import UnmetSource
from portal.directory.queries.unmet import by_month, unmet
from portal.directory.views import bp
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.spreadsheet import csv_file
from portal.text import tidy
from portal.web import render, request, see_other, wants


@bp.get("/unmet-needs")
@access(PUBLIC)
def unmet_needs() -> ResponseReturnValue:
    months = by_month(unmet())
    asked = request.args.get("month")
    newest = next(iter(months), None)
    return render(
        "directory/unmet.html",
        months=months,
        month=next((day for day in months if f"{day:%Y-%m}" == asked), newest),
        thanked="thanks" in request.args,
        sources=UNMET,
        enough=ENOUGH,
    )


@bp.post("/unmet-needs")
@access(PUBLIC)
def nothing_fits() -> ResponseReturnValue:
    question = tidy(request.form.get("q"))
    if not question:
        return see_other(url_for("directory.services"))
    record(question, language(), UnmetSource.NOTHING_FITS)
    if wants("nothing_fits"):
        return render("directory/unmet.html", fragment="nothing_fits", thanked=True)
    return see_other(url_for("directory.unmet_needs", thanks=1))


@bp.get("/unmet-needs.csv")
@access(PUBLIC)
def unmet_needs_csv() -> ResponseReturnValue:
    return csv_file(
        "unmet-needs",
        (_("Month"), _("Language"), _("Looked for"), _("How it showed"), _("Times")),
        (
            (f"{row.month:%Y-%m}", row.language, row.term, UNMET[row.source], row.count)
            for row in unmet()
        ),
    )
