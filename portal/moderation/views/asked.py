"""What the address of the queue asks for."""

from typing import Any
from urllib.parse import urlencode

from flask import url_for
from flask_login import current_user

from portal.db import LARGEST_ID
from portal.i18n import LANGUAGES
from portal.moderation.kinds import KINDS
from portal.moderation.models import Cause
from portal.moderation.queries.filters import HOURS, Wanted
from portal.moderation.queries.queue import Queue, queue
from portal.paging import page_number
from portal.web import request

MOST_DIGITS = 10


def wanted() -> Wanted:
    """The filters of the address; what they can't be is passed over."""
    asked = request.args
    cause = asked.get("cause", "")
    hours = number(asked.get("hours", ""))
    return Wanted(
        workshop=number(asked.get("workshop", "")) or None,
        language=one_among(LANGUAGES, asked.get("language")),
        kind=one_among(KINDS, asked.get("kind")),
        cause=Cause(cause) if cause in list(Cause) else None,
        hours=hours if hours in HOURS else None,
    )


def one_among(known: Any, asked: str | None) -> str | None:
    return asked if asked in known else None


def number(written: str) -> int:
    """An id as an address or a form says it, or 0."""
    if not (written.isascii() and written.isdigit() and len(written) <= MOST_DIGITS):
        return 0
    return int(written) if int(written) <= LARGEST_ID else 0


def numbers(written: list[str]) -> list[int]:
    """These ids, each once."""
    return list(dict.fromkeys(one for one in map(number, written) if one))


def asked_queue(*, spared: bool) -> Queue:
    return queue(current_user, wanted(), page_number(), spared=spared)


def kept() -> dict[str, Any]:
    """The filters and the page that are looked at."""
    page = page_number()
    return {**wanted().query, **({"page": page} if page > 1 else {})}


def address(
    endpoint: str = "moderation.queue", case_id: int | None = None, **more: object
) -> str:
    """An address that keeps what is looked at, and says `more`: `language` is a filter
    there, beside the language of the page."""
    said = kept() | {name: value for name, value in more.items() if value}
    path = url_for(endpoint, case_id=case_id) if case_id else url_for(endpoint)
    return f"{path}?{urlencode(said, doseq=True)}" if said else path
