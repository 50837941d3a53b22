"""Languages: which one a request speaks, and how it writes dates."""

from datetime import date, datetime
from urllib.parse import urlsplit

from babel.dates import format_timedelta
from flask import Flask, abort, current_app, g, request, url_for
from flask_babel import Babel, format_date, get_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from portal.db import today

LANGUAGES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
COOKIE = "language"
COOKIE_DAYS = 365
SECONDS_A_DAY = 24 * 3600


def language() -> str:
    """The language of this request, as its two-letter code."""
    return str(g.get("language") or preferred_language())


def preferred_language() -> str:
    """The language chosen before, else the browser's wish, else the first."""
    chosen = request.cookies.get(COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    first, *_rest = LANGUAGES
    return request.accept_languages.best_match(list(LANGUAGES)) or first


def switched(code: str) -> str:
    """The address of this same page, query and all, in another language."""
    if (
        request.view_args is None
        or request.endpoint is None
        or request.method not in {"GET", "HEAD"}
    ):
        return url_for("pages.home", language=code)
    values = {**request.view_args, **request.args.to_dict(flat=False)}
    return url_for(request.endpoint, **{**values, "language": code})


def day(moment: date | datetime, *, year: bool = True) -> str:
    """`21.4.2026` in Finnish and Swedish, `21 April 2026` in English."""
    pattern = "d MMMM y" if language() == "en" else "d.M.y"
    return format_date(moment, pattern if year else pattern.rstrip("y").rstrip())


def since(moment: date) -> str:
    """How long ago, in words: `3 weeks ago`."""
    age = today() - moment
    if age.days < 1:
        return _("today")
    return format_timedelta(-age, add_direction=True, locale=get_locale())


def read_language(_endpoint: str | None, values: dict[str, str] | None) -> None:
    if values is not None and "language" in values:
        g.language = values.pop("language")
        if g.language not in LANGUAGES:
            g.language = None
            abort(404)


def write_language(endpoint: str, values: dict[str, str]) -> None:
    if current_app.url_map.is_endpoint_expecting(endpoint, "language"):
        values.setdefault("language", language())


def keep_choice(response: Response) -> Response:
    """Remember the language of somebody who switched to it on this site."""
    came_from = urlsplit(request.referrer or "")
    before = came_from.path.split("/")[1:2]
    switched_here = (
        came_from.netloc == request.host
        and before != [g.get("language")]
        and before[:1]
        and before[0] in LANGUAGES
    )
    if switched_here and g.get("language"):
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
    app.url_defaults(write_language)
    app.after_request(keep_choice)
    app.jinja_env.globals.update(
        LANGUAGES=LANGUAGES, language=language, switched=switched, day=day, since=since
    )
