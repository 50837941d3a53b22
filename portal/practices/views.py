"""The pages of the library."""

from collections import Counter

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.practices import queries
from portal.practices.models import Stage
from portal.search.queries import LONGEST_QUESTION
from portal.text import tidy
from portal.web import render, request

bp = Blueprint("practices", __name__, url_prefix="/<language>/practices")


@bp.get("")
@access(PUBLIC)
def practices() -> ResponseReturnValue:
    question = " ".join(tidy(request.args.get("q")).split())[:LONGEST_QUESTION]
    asked = request.args.get("stage", "")
    stage = Stage(asked) if asked in list(Stage) else None
    rows = queries.listing(question, language())
    return render(
        "practices/practices.html",
        question=question,
        stage=stage,
        stages=Counter(row.practice.stage for row in rows),
        rows=[row for row in rows if stage in {None, row.practice.stage}],
    )


@bp.get("/<slug>")
@access(PUBLIC)
def practice(slug: str) -> ResponseReturnValue:
    found = queries.practice(slug) or abort(404)
    return render("practices/practice.html", page=queries.page(found, language()))
