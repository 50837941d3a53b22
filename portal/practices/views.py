"""The pages of the library."""

from collections import Counter

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from portal.directory.models import CHANGES as DIRECTORY
from portal.freshness import kept
from portal.i18n import language
from portal.links.actions import CHANGES as LINKS
from portal.notices.bell import seen
from portal.permissions import PUBLIC, access
from portal.practices import queries
from portal.practices.models import CHANGES, KIND, Stage
from portal.search.actions import TITLES
from portal.search.concepts import CHANGES as PHRASES
from portal.search.lexicon import changes_of
from portal.search.queries import LONGEST_QUESTION
from portal.text import tidy
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render, request

bp = Blueprint("practices", __name__, url_prefix="/<language>/practices")


@bp.get("")
@access(PUBLIC)
@kept(CHANGES, WORDS, PHRASES, changes_of(KIND))
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
@kept(CHANGES, DIRECTORY, WORDS, LINKS, TITLES)
def practice(slug: str) -> ResponseReturnValue:
    found = queries.practice(slug) or abort(404)
    seen(KIND, found.id)
    return render("practices/practice.html", page=queries.page(found, language()))
