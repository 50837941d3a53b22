"""Moments as an iCalendar file (RFC 5545 and 5546). Times are UTC, so that no calendar
has to know when our clocks are turned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from flask import current_app, make_response
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from portal.i18n import language
from portal.web import parts_of

if TYPE_CHECKING:
    from icalendar import Event

ASK_AGAIN = timedelta(hours=6)


@dataclass(frozen=True)
class Calendar:
    """What all moments of a file have in common: its product, its name, and whose
    moments they are."""

    product: str
    name: str
    language: str
    host: str
    organiser: str
    organiser_name: str


@dataclass(frozen=True)
class Moment:
    """One that takes place, or was called off. `key` stays the same through all its
    editions; `spoken` is the language of its words."""

    key: str
    edition: int
    starts_at: datetime
    ends_at: datetime
    cancelled: bool
    title: str
    words: str
    spoken: str
    place: str
    url: str


def of_the_portal(product: str, name: str, page: str) -> Calendar:
    """A calendar of what is told on a page, by its whole address."""
    config = current_app.config
    contact = config["CONTACT_EMAIL"]
    return Calendar(
        product=product,
        name=name,
        language=language(),
        host=parts_of(page).hostname or config["SITE_NAME"],
        organiser=f"mailto:{contact}" if contact else page,
        organiser_name=config[f"REGION_{language().upper()}"] or config["SITE_NAME"],
    )


def followed(moments: Sequence[Moment], whose: Calendar) -> bytes:
    """What a calendar reads again and again."""
    return written(moments, whose, "PUBLISH")


def taken(moment: Moment, whose: Calendar) -> bytes:
    """What a calendar takes in once; what was called off takes itself away."""
    return written([moment], whose, "CANCEL" if moment.cancelled else "PUBLISH")


def written(moments: Sequence[Moment], whose: Calendar, method: str) -> bytes:
    from icalendar import Calendar as File

    found = File()
    found.add("prodid", f"-//Verstas//{whose.product}//{whose.language.upper()}")
    found.add("version", "2.0")
    found.add("method", method)
    found.add("x-wr-calname", whose.name)
    found.add("refresh-interval", ASK_AGAIN, {"VALUE": "DURATION"})
    for moment in moments:
        found.add_component(event(moment, whose))
    return bytes(found.to_ical())


def event(moment: Moment, whose: Calendar) -> "Event":
    from icalendar import Event, vCalAddress

    spoken = {} if moment.spoken == whose.language else {"language": moment.spoken}
    found = Event()
    found.add("uid", f"{moment.key}@{whose.host}")
    found.add("dtstamp", datetime.now(UTC).replace(microsecond=0))
    found.add("sequence", moment.edition)
    found.add("dtstart", moment.starts_at.replace(tzinfo=UTC))
    found.add("dtend", moment.ends_at.replace(tzinfo=UTC))
    found.add("status", "CANCELLED" if moment.cancelled else "CONFIRMED")
    title = moment.title
    if moment.cancelled:
        title = _("Cancelled: %(title)s", title=title)
    found.add("summary", title, spoken)
    found.add("location", moment.place or _("On the web"))
    if moment.words:
        found.add("description", moment.words, spoken)
    found.add("url", moment.url)
    organiser = vCalAddress(whose.organiser)
    organiser.params["CN"] = whose.organiser_name
    found.add("organizer", organiser)
    return found


def file(content: bytes) -> Response:
    response = make_response(content)
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    response.headers["Cache-Control"] = "private, no-cache"
    return response
