"""What social reporting is, and the phenomena that came of it."""

from dataclasses import fields, replace
from urllib.parse import urlencode

from flask import url_for
from flask.typing import ResponseReturnValue

from portal.db import today
from portal.directory.models import CHANGES as DIRECTORY
from portal.freshness import kept
from portal.i18n import language
from portal.paging import page_of
from portal.permissions import PUBLIC, access
from portal.reports.labels import PROGRESS
from portal.reports.models import CHANGES, Progress
from portal.reports.queries.digests import halves
from portal.reports.queries.phenomena import Wish, choices, public, share
from portal.reports.tally import Breakdown
from portal.reports.views import bp
from portal.vocabulary.queries import CHANGES as WORDS
from portal.web import render, request, see_other

PAGE_SIZE = 20


@bp.get("/reports")
@access(PUBLIC)
@kept(CHANGES, DIRECTORY, WORDS)
def landing() -> ResponseReturnValue:
    every = public()
    offered = {
        name: {code: labels[language()] for code, labels in words.items()}
        for name, words in (
            ("need", choices(Breakdown.NEED, every)),
            ("area", choices(Breakdown.AREA, every)),
        )
    } | {"progress": {p.value: PROGRESS[p] for p in Progress}}
    wish = read_wish(offered)
    found = [one for one in every if wish.fits(one)]
    shown = page_of(found, PAGE_SIZE)
    return render(
        "reports/landing.html",
        fragment="results",
        wish=wish,
        offered=offered,
        chosen=chosen(wish, offered),
        found=found,
        phenomena=shown.items,
        number=shown.number,
        pages=shown.pages,
        share=share(every, today()),
        late=[one for one in every if one.late],
        halves=halves()[:2],
    )


@bp.get("/phenomena")
@access(PUBLIC)
def phenomena() -> ResponseReturnValue:
    return see_other(url_for("reports.landing"))


def read_wish(offered: dict[str, dict[str, str]]) -> Wish:
    """What the address asks for; values that nothing has are left out."""
    asked = {name: request.args.get(name, "") for name in offered}
    return Wish(**{n: code for n, code in asked.items() if code in offered[n]})


def chosen(wish: Wish, offered: dict[str, dict[str, str]]) -> list[tuple[str, str]]:
    """What is chosen, each with the address that leaves it out."""
    return [
        (str(offered[name][code]), address(replace(wish, **{name: ""})))
        for name in offered
        for code in [getattr(wish, name)]
        if code
    ]


def address(wish: Wish) -> str:
    query = {f.name: getattr(wish, f.name) for f in fields(wish)}
    told = urlencode({name: code for name, code in query.items() if code})
    return f"{url_for('reports.landing')}?{told}".rstrip("?")
