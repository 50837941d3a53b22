"""Sessions as an iCalendar file (RFC 5545 and 5546). Times are UTC, so that no
calendar has to know when our clocks are turned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from flask_babel import gettext as _

from portal.workshops.queries.sessions import Meeting

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Verstas//Sessions//"
ASK_AGAIN = timedelta(hours=6)


@dataclass(frozen=True)
class Told:
    """For whom a calendar is written. `address` gives the page of a session by its
    number; `link` is told to the registered only."""

    name: str
    language: str
    host: str
    organiser: str
    organiser_name: str
    address: Callable[[int], str]
    link: str = ""


def calendar(meetings: Sequence[Meeting], told: Told) -> bytes:
    """What a calendar reads again and again."""
    return written(meetings, told, "PUBLISH")


def one_session(meeting: Meeting, told: Told) -> bytes:
    """What a calendar takes in once; a cancelled session takes itself away."""
    return written([meeting], told, "CANCEL" if meeting.cancelled else "PUBLISH")


def written(meetings: Sequence[Meeting], told: Told, method: str) -> bytes:
    from icalendar import Calendar

    found = Calendar()
    found.add("prodid", f"{PRODUCT}{told.language.upper()}")
    found.add("version", "2.0")
    found.add("method", method)
    found.add("x-wr-calname", told.name)
    found.add("refresh-interval", ASK_AGAIN, {"VALUE": "DURATION"})
    for meeting in meetings:
        found.add_component(event(meeting, told))
    return bytes(found.to_ical())


def event(meeting: Meeting, told: Told) -> "Event":
    from icalendar import Event, vCalAddress

    session, text = meeting.session, meeting.text
    spoken = {} if text.language == told.language else {"language": text.language}
    found = Event()
    found.add("uid", f"session-{session.id}@{told.host}")
    found.add("dtstamp", datetime.now(UTC).replace(microsecond=0))
    found.add("sequence", session.sequence)
    found.add("dtstart", session.starts_at.replace(tzinfo=UTC))
    found.add("dtend", session.ends_at.replace(tzinfo=UTC))
    found.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    title = f"{text.title} – {told.name}"
    if meeting.cancelled:
        title = _("Cancelled: %(title)s", title=title)
    found.add("summary", title, spoken)
    place = session.address or _("On the web")
    found.add("location", place)
    if words := description(meeting, told):
        found.add("description", words, spoken)
    found.add("url", told.address(session.id))
    organiser = vCalAddress(told.organiser)
    organiser.params["CN"] = told.organiser_name
    found.add("organizer", organiser)
    return found


def description(meeting: Meeting, told: Told) -> str:
    join = _("Join on the web: %(address)s", address=told.link) if told.link else ""
    return "\n\n".join(filter(None, [meeting.text.getting_there, join]))
