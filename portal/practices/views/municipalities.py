"""Where practices are in use, municipality by municipality."""

from flask import abort
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.directory.models import CHANGES as DIRECTORY
from portal.directory.queries.areas import municipalities
from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.practices.labels import USES
from portal.practices.models import CHANGES
from portal.practices.queries.editions import editions
from portal.practices.queries.keeping import findable
from portal.practices.queries.local import local
from portal.practices.queries.municipalities import spread
from portal.practices.views import bp
from portal.search.actions import TITLES
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as TERMS
from portal.vocabulary.queries import vocabulary
from portal.web import render


@bp.get("/practices/<slug>/applications.csv")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, TERMS)
def applications_sheet(slug: str) -> ResponseReturnValue:
    practice = findable(slug) or abort(404)
    headings = (
        _("Municipality"),
        _("How it stands"),
        _("Whole county"),
        _("Since when"),
        _("Until when"),
        _("Organisation that uses it"),
        _("Version"),
        _("Versions behind"),
        _("What was changed"),
        _("What came of it"),
        _("Why it stopped"),
        _("Whom to ask"),
        _("Last confirmed"),
    )
    since = editions(practice)
    rows = [
        (row.area.labels[language()], _("Not known"))
        if row.applied is None
        else (
            row.area.labels[language()],
            USES[row.applied.state],
            _("Yes") if row.regional else "",
            row.applied.since,
            row.applied.until,
            row.applied.organisation_name[0],
            row.applied.version,
            since.behind(row.applied.version) if row.applied.version else None,
            *(
                row.applied.said(name)[0]
                for name in ("note", "result", "stopped", "contact")
            ),
            row.applied.told_on,
        )
        for row in spread(practice.id, language()).rows
    ]
    return csv_file(f"{practice.slug}-applications", headings, rows)


@bp.get("/municipalities/<code>/practices")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, TERMS, TITLES)
def municipality(code: str) -> ResponseReturnValue:
    areas = municipalities(vocabulary())
    area = areas.get(code) or abort(404)
    return render(
        "practices/municipality.html",
        local=local(area, language()),
        areas=areas.values(),
    )
