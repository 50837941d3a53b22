"""The whole picture: a figure of each table, and the way there."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.agreement.queries import overview as queries
from portal.agreement.views import bp
from portal.directory.models import CHANGES
from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render


@bp.get("/overview")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def overview() -> ResponseReturnValue:
    return render("agreement/overview.html", seen=queries.overview(language()))


@bp.get("/overview.csv")
@access(PUBLIC)
@kept(CHANGES, WORDS)
def overview_sheet() -> ResponseReturnValue:
    seen = queries.overview(language())
    figures = {
        _("Uniformity"): seen.uniformity,
        _("Services with a reason for their tier"): seen.reasons,
        _("Responsible worker in use"): seen.rollout,
        **{
            _("Balance: %(focus)s", focus=word.labels[language()]): figure
            for word, figure in seen.balance
        },
        _("Needs met in municipalities"): seen.covered,
    }
    rows = [(name, f.part, f.n, f.percent) for name, f in figures.items()]
    headings = (_("What is counted"), _("Number"), _("Of how many"), "%")
    return csv_file("overview", headings, rows)
