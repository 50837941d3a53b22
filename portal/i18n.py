"""Languages: which one a request speaks, and how it writes dates."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from babel.dates import format_timedelta
from flask import Flask, abort, current_app, g, request, url_for
from flask_babel import (
    Babel,
    force_locale,
    format_date,
    format_decimal,
    format_time,
    get_locale,
)
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from portal.db import LOCAL_TIME, local_day, today
from portal.web import parts_of, query_with

LANGUAGES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
COOKIE = "language"
COOKIE_DAYS = 365
SECONDS_A_DAY = 24 * 3600


def language() -> str:
    """The language of this request, as its two-letter code: that of its address,
    even where no page has that address."""
    asked: str = g.get("language", "") or request.path.split("/")[1]
    return asked if asked in LANGUAGES else preferred_language()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Write in this language, whatever the address says."""
    before = language()
    g.language = code
    try:
        with force_locale(code):
            yield
    finally:
        g.language = before


def preferred_language() -> str:
    """The language chosen before, else the browser's wish, else the first."""
    chosen = request.cookies.get(COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    first, *_rest = LANGUAGES
    return request.accept_languages.best_match(list(LANGUAGES)) or first


def switched(code: str) -> str:
    """The address of this same page, query and all, in another language. Where the
    answer to a post has no page of its own, home."""
    endpoint: str | None = request.endpoint
    values: Mapping[str, Any] = request.view_args or {}
    if request.method not in {"GET", "HEAD"}:
        endpoint, values = page_at_this_address()
    if endpoint is None:
        return url_for("pages.home", language=code)
    address = url_for(endpoint, **{**values, "language": code})
    return f"{address}?{query_with()}".rstrip("?")


def page_at_this_address() -> tuple[str | None, Mapping[str, Any]]:
    adapter = current_app.create_url_adapter(request)
    try:
        return adapter.match(method="GET") if adapter else (None, {})
    except HTTPException:
        return None, {}


def day(moment: date | datetime, *, year: bool = True) -> str:
    """`21.4.2026` in Finnish and Swedish, `21 April 2026` in English."""
    pattern = "d MMMM y" if language() == "en" else "d.M.y"
    return format_date(moment, pattern if year else pattern.rstrip("y").rstrip())


def moment(at: datetime) -> str:
    """A moment stored in UTC, as the clock shows it where the region is."""
    local = at.replace(tzinfo=UTC).astimezone(LOCAL_TIME)
    hours = format_time(local, "H:mm" if language() == "en" else "H.mm", rebase=False)
    return _("%(date)s at %(time)s", date=day(local), time=hours)


def euros(amount: int) -> str:
    """`12 000 €`; in English `€12,000`."""
    sum_ = format_decimal(amount)
    return f"€{sum_}" if language() == "en" else f"{sum_}\N{NO-BREAK SPACE}€"


def since(moment: date | datetime) -> str:
    """How long ago, in words: `3 weeks ago`."""
    age = today() - (local_day(moment) if isinstance(moment, datetime) else moment)
    if age.days < 1:
        return _("today")
    return format_timedelta(-age, add_direction=True, locale=get_locale())


def read_language(_endpoint: str | None, values: dict[str, str] | None) -> None:
    if values is not None and "language" in values:
        g.language = values.pop("language")


def refuse_unknown_language() -> None:
    if g.get("language", language()) not in LANGUAGES:
        abort(404)


def write_language(endpoint: str, values: dict[str, str]) -> None:
    if current_app.url_map.is_endpoint_expecting(endpoint, "language"):
        values.setdefault("language", language())


def keep_choice(response: Response) -> Response:
    """Remember the language of somebody who switched to it on this site."""
    came_from = parts_of(request.referrer or "")
    before = came_from.path.split("/")[1:2]
    switched_here = (
        came_from.netloc == request.host
        and before != [g.get("language")]
        and before[:1]
        and before[0] in LANGUAGES
    )
    if switched_here and g.get("language") in LANGUAGES:
        response.set_cookie(
            COOKIE,
            g.language,
            max_age=COOKIE_DAYS * SECONDS_A_DAY,
            samesite="Lax",
            httponly=True,
            secure=current_app.config["SESSION_COOKIE_SECURE"],
        )
    return response


def init_app(app: Flask) -> None:
    Babel(app, locale_selector=language, default_translation_directories="translations")
    app.url_value_preprocessor(read_language)
    app.before_request(refuse_unknown_language)
    app.url_defaults(write_language)
    app.after_request(keep_choice)
    app.jinja_env.filters["euros"] = euros
    app.jinja_env.globals.update(
        LANGUAGES=LANGUAGES,
        language=language,
        switched=switched,
        day=day,
        moment=moment,
        since=since,
    )
