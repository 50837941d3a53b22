"""The library as a list."""

from collections import Counter

from flask.typing import ResponseReturnValue

from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.practices.models import CHANGES, KIND, Stage
from portal.practices.queries.listing import listing
from portal.practices.views import bp
from portal.search.concepts import CHANGES as PHRASES
from portal.search.lexicon import changes_of
from portal.search.queries import LONGEST_QUESTION
from portal.text import tidy
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render, request


@bp.get("/practices")
@access(PUBLIC)
@kept(CHANGES, WORDS, PHRASES, changes_of(KIND))
def practices() -> ResponseReturnValue:
    question = " ".join(tidy(request.args.get("q")).split())[:LONGEST_QUESTION]
    asked = request.args.get("stage", "")
    stage = Stage(asked) if asked in list(Stage) else None
    rows = listing(question, language())
    return render(
        "practices/practices.html",
        question=question,
        stage=stage,
        stages=Counter(row.practice.stage for row in rows),
        rows=[row for row in rows if stage in {None, row.practice.stage}],
    )
