"""All that has changed in public, as a page and as a feed."""

from datetime import date
from typing import Any

from flask import Response, abort, current_app, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal import atom
from portal.addresses import whole
from portal.db import today
from portal.freshness import kept
from portal.i18n import language
from portal.permissions import PUBLIC, access
from portal.threads.labels_of_changes import ONE
from portal.threads.queries.changes import KINDS, UNTHEMED, Place, Wish
from portal.threads.queries.news import Row, news
from portal.threads.views import bp
from portal.vocabulary.models import Scheme
from portal.vocabulary.queries import vocabulary
from portal.web import render, request

PAGE_SIZE = 25
IN_FEED = 50
MONTHS = 24
FIRST_YEAR, LAST_YEAR = 1990, 2100


@bp.get("/changes")
@access(PUBLIC)
@kept()
def changes() -> ResponseReturnValue:
    chosen, wish = asked()
    after = request.args.get("after", "")
    if after:
        place = Place.read(after) or abort(404)
        wish = Wish(wish.kind, wish.theme, wish.month, place)
    found = news(wish, language(), PAGE_SIZE)
    return render(
        "threads/changes.html",
        rows=found.rows,
        earlier=url_for(".changes", **chosen, after=str(found.after))
        if found.after
        else "",
        chosen=chosen,
        begun=bool(after),
        kinds=KINDS,
        unthemed=UNTHEMED,
        themes=vocabulary().of(Scheme.THEME).values(),
        months=months(wish.month),
    )


@bp.get("/changes.atom")
@access(PUBLIC)
@kept()
def changes_feed() -> ResponseReturnValue:
    chosen, wish = asked()
    document = atom.Feed(
        name="/".join(["changes", language(), *chosen.values()]),
        title=_("What changed"),
        language=language(),
        address=whole(url_for(".changes", **chosen)),
        own=whole(url_for(".changes_feed", **chosen)),
        author=current_app.config["SITE_NAME"],
        entries=map(entry, news(wish, language(), IN_FEED).rows),
    )
    return Response(atom.written(document), mimetype=atom.MEDIA_TYPE)


def entry(row: Row) -> atom.Entry:
    title = row.title.words if row.title else str(ONE[row.kind])
    return atom.Entry(
        name=f"changes/{row.name}/{row.id}/{language()}",
        title=title,
        summary=". ".join(words for words in (row.says, row.note) if words),
        language=row.title.language if row.title else language(),
        address=whole(row.url),
        published=None,
        updated=row.moment,
    )


def asked() -> tuple[dict[str, Any], Wish]:
    """What the address narrows the list to, as written and as meant; 404 for what there
    is not."""
    words = vocabulary().of(Scheme.THEME)
    named = {name: request.args.get(name, "") for name in ("kind", "theme", "month")}
    chosen: dict[str, Any] = {name: value for name, value in named.items() if value}
    kind, theme = chosen.get("kind", ""), chosen.get("theme", "")
    if (kind and kind not in KINDS) or (theme and theme not in words):
        abort(404)
    month = month_of(chosen["month"]) if "month" in chosen else None
    return chosen, Wish(kind, words[theme].id if theme else None, month)


def month_of(written: str) -> date:
    """That of an address, such as 2026-10."""
    year, _mark, number = written.partition("-")
    if not (written.isascii() and year.isdigit() and number.isdigit()):
        abort(404)
    known = len(written) == len("2026-10") and 1 <= int(number) <= 12  # noqa: PLR2004
    if not known or not FIRST_YEAR <= int(year) <= LAST_YEAR:
        abort(404)
    return date(int(year), int(number), 1)


def months(chosen: date | None) -> list[date]:
    """The last ones, newest first, and the chosen one among them."""
    day = today()
    last = [
        date(number // 12, number % 12 + 1, 1)
        for number in range(
            day.year * 12 + day.month - 1, day.year * 12 + day.month - 1 - MONTHS, -1
        )
    ]
    return last if chosen is None or chosen in last else [*last, chosen]
