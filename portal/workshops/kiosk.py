"""A tablet that many share: it belongs to a workshop and to nobody, and forgets
whoever has used it. What it knows is in its signed cookie, beside the seat."""

from dataclasses import dataclass
from datetime import timedelta
from time import time
from typing import Any

from flask import Flask, request, session, url_for
from werkzeug.wrappers import Response

from portal.accounts.actions import end_this_session
from portal.i18n import COOKIE, language
from portal.notices.recipients import register_shared
from portal.workshops import seats
from portal.workshops.actions.joining import end_keys

COOKIE_PART = "kiosk"
IDLE = timedelta(minutes=5)
"""After which a page of the tablet goes back to its first one by itself."""
GRACE = timedelta(seconds=45)
LASTS = timedelta(hours=16)


@dataclass(frozen=True)
class Kiosk:
    """The tablet that this request comes from."""

    workshop_id: int
    slug: str
    language: str

    @property
    def address(self) -> str:
        return url_for("workshops.kiosk", slug=self.slug, language=self.language)

    @property
    def seconds(self) -> int:
        return int(IDLE.total_seconds())


def held() -> dict[str, Any]:
    return dict(session.get(COOKIE_PART, {}))


def kiosk() -> Kiosk | None:
    """The tablet, if the visitor's device is one."""
    kept = held()
    if not kept:
        return None
    return Kiosk(int(kept["workshop"]), str(kept["slug"]), str(kept["language"]))


def is_one() -> bool:
    return bool(held())


def begin(workshop_id: int, slug: str) -> None:
    """Let this device be a tablet of the workshop, and nothing else."""
    moment = time()
    session.clear()
    session[COOKIE_PART] = {
        "workshop": workshop_id,
        "slug": slug,
        "language": language(),
        "began": moment,
        "touched": moment,
    }
    session.permanent = True


def end() -> None:
    session.clear()


def forget_person() -> None:
    """Nobody sits at the tablet any more. Their keys end too, so that an answer that
    is still on its way can't bring them back."""
    kept = held()
    kept.pop("recovery", None)
    end_keys(seats.keys().values())
    if signed_in := session.get("_user_id"):
        end_this_session(signed_in)
    session.clear()
    session[COOKIE_PART] = kept
    session.permanent = True


def note_recovery(code: str) -> None:
    session[COOKIE_PART] = {**held(), "recovery": code}


def noted_recovery() -> str:
    return str(held().get("recovery", ""))


def keep_time() -> None:
    """Forget whoever has not touched the tablet for a while. Polls are no touch."""
    if request.endpoint == "static" or COOKIE_PART not in session:
        return
    kept, moment = held(), time()
    if moment - kept["began"] > LASTS.total_seconds():
        end()
        return
    if moment - kept["touched"] > (IDLE + GRACE).total_seconds():
        forget_person()
    polls = request.method == "GET" and "HX-Request" in request.headers
    if not polls or request.endpoint == "workshops.presence":
        session[COOKIE_PART] = {**held(), "touched": moment}


def leave_no_trace(response: Response) -> Response:
    """Nothing that a tablet showed is kept by its browser."""
    if request.endpoint != "static" and COOKIE_PART in session:
        response.headers["Cache-Control"] = "no-store"
    return response


def clean(response: Response) -> Response:
    """Tell the browser to throw away what it holds of the person before."""
    response.headers["Clear-Site-Data"] = '"cache"'
    response.delete_cookie(COOKIE)
    return response


def init_app(app: Flask) -> None:
    app.jinja_env.globals["kiosk"] = kiosk
    register_shared(is_one)
    app.before_request(keep_time)
    app.after_request(leave_no_trace)
