"""One practice as a file to take along."""

import json

from flask import Response, abort, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.addresses import whole
from portal.directory.models import CHANGES as DIRECTORY
from portal.exchange.practices import innokyla
from portal.exchange.practices.documents import document
from portal.exchange.practices.open_data import as_data
from portal.exchange.practices.sheet import Sheet, sheet
from portal.exchange.views import bp
from portal.freshness import kept
from portal.i18n import LANGUAGES, language
from portal.permissions import PUBLIC, access
from portal.practices import labels
from portal.practices.headings import FACTS, HEADINGS
from portal.practices.models import CHANGES
from portal.practices.queries.texts import practice as find
from portal.spreadsheet import csv_file
from portal.vocabulary.queries import CHANGES as WORDS

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@bp.get("/practices/<slug>.docx")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, WORDS)
def practice_document(slug: str) -> ResponseReturnValue:
    content = document(found(slug), language(), address(slug))
    return Response(
        content,
        mimetype=DOCX,
        headers={"Content-Disposition": f'attachment; filename="{slug}.docx"'},
    )


@bp.get("/practices/<slug>.json")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, WORDS)
def practice_data(slug: str) -> ResponseReturnValue:
    shown = found(slug)
    files = {
        one.id: whole(url_for("practices.file", slug=slug, file_id=one.id))
        for one in shown.files
    }
    data = as_data(shown, address(slug), files)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return Response(text, mimetype="application/json")


@bp.get("/practices/<slug>.csv")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, WORDS)
def practice_table(slug: str) -> ResponseReturnValue:
    """A row for each heading, a column for each language."""
    shown = found(slug)
    called = {
        "name": _("Name"),
        "summary": innokyla.NAMES["summary"],
        **labels.FACTS,
        **labels.HEADINGS,
    }
    return csv_file(
        slug,
        [_("Heading"), *(LANGUAGES[code] for code in shown.texts)],
        [
            [called[name], *(getattr(text, name) for text in shown.texts.values())]
            for name in ("name", "summary", *FACTS, *HEADINGS)
        ],
    )


def found(slug: str) -> Sheet:
    practice = find(slug) or abort(404)
    return sheet(practice, language()) or abort(404)


def address(slug: str) -> str:
    return whole(url_for("practices.practice", slug=slug))
