"""Sessions as moments of a calendar."""

from collections.abc import Callable

from flask_babel import gettext as _

from portal.ical import Moment
from portal.workshops.queries.sessions import Meeting

PRODUCT = "Sessions"


def moment(
    meeting: Meeting, workshop: str, address: Callable[[int], str], link: str = ""
) -> Moment:
    """`workshop` is what it is called, `address` gives the page of a session by its
    number; `link` is told to the registered only."""
    session, text = meeting.session, meeting.text
    join = _("Join on the web: %(address)s", address=link) if link else ""
    return Moment(
        key=f"session-{session.id}",
        edition=session.sequence,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        cancelled=meeting.cancelled,
        title=f"{text.title} – {workshop}",
        words="\n\n".join(filter(None, [text.getting_there, join])),
        spoken=text.language,
        place=session.address,
        url=address(session.id),
    )
