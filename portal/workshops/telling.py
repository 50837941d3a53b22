"""How notices of workshops and sessions read, and who takes part."""

from collections import defaultdict
from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from portal.directory.queries.names import in_language
from portal.i18n import language
from portal.notices import events, recipients, things
from portal.notices.events import Told, facts
from portal.notices.models import Notice, Topic
from portal.notices.things import Thing
from portal.workshops import seats
from portal.workshops.models import (
    Entry,
    Phase,
    Session,
    SessionText,
    Workshop,
    WorkshopText,
)
from portal.workshops.moments import when
from portal.workshops.queries import KIND
from portal.workshops.queries.people import accounts, seat_ids
from portal.workshops.queries.readers import closed_to

NEW_PROPOSALS = "new-proposals"
PHASE = "phase"


def register() -> None:
    recipients.register(own_keys)
    recipients.register_accounts(accounts)
    events.register(PHASE, Topic.PHASES, told)
    events.register(NEW_PROPOSALS, Topic.FOLLOWED, told)
    for event in SESSION_EVENTS:
        events.register(event, Topic.SESSIONS, told_of_sessions)
    things.register(KIND, followed)


def own_keys() -> list[str]:
    """The keys of every seat of this browser."""
    keys = list(seats.keys().values())
    return [recipients.participant_key(seat) for seat in seat_ids(keys)]


def told(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement, and those of `closed_to`."""
    titles = open_titles(notices)
    return {
        notice.id: Told(
            says(notice), url_for("proposals.board", slug=slug), title, spoken
        )
        for notice in notices
        if notice.id in titles
        for slug, title, spoken in [titles[notice.id]]
    }


def says(notice: Notice) -> str:
    if notice.event == NEW_PROPOSALS:
        return _("There are new proposals on a board that you follow.")
    return {
        Phase.GATHER: _("The workshop collects proposals now."),
        Phase.GROUP: _("The proposals are being grouped now."),
        Phase.DISCUSS: _("The proposals are being discussed now."),
        Phase.VOTE: _("It is time to vote."),
        Phase.ANSWER: _("The vote is over. Now the proposals get their answers."),
    }[Phase(facts(notice)["phase"])]


def open_titles(notices: Sequence[Notice]) -> dict[int, tuple[str, str, str]]:
    """The slug of each notice's workshop, its title and the language of that, by the
    id of the notice: of those whose reader may read them."""
    found = titled({notice.item_id for notice in notices})
    pairs = [(one, found[one.item_id][0]) for one in notices if one.item_id in found]
    closed = closed_to(pairs)
    return {
        notice.id: (workshop.slug, *in_language(found[workshop.id][1], language()))
        for notice, workshop in pairs
        if notice.id not in closed
    }


def titled(ids: set[int]) -> dict[int, tuple[Workshop, dict[str, str]]]:
    """Workshops with their titles in every language."""
    found: dict[int, tuple[Workshop, dict[str, str]]] = {}
    texts = WorkshopText.select(WorkshopText, Workshop).join(Workshop)
    for text in texts.where(Workshop.id.in_(list(ids))):
        _workshop, titles = found.setdefault(text.workshop.id, (text.workshop, {}))
        titles[text.language] = text.title
    return found


def followed(ids: Sequence[int]) -> dict[int, Thing]:
    """Those that anybody may read."""
    return {
        workshop.id: Thing(
            *in_language(titles, language()),
            url_for("workshops.cover", slug=workshop.slug),
        )
        for workshop, titles in titled(set(ids)).values()
        if workshop.entry is not Entry.INVITED
    }


SESSION_EVENTS = (
    "session-moved-up",
    "session-changed",
    "session-called-off",
    "session-tomorrow",
)


def told_of_sessions(notices: Sequence[Notice]) -> dict[int, Told]:
    """One statement."""
    written: dict[int, dict[str, str]] = defaultdict(dict)
    held = {}
    for row in (
        SessionText.select(SessionText, Session, Workshop.slug)
        .join(Session)
        .join(Workshop)
        .where(Session.id.in_({notice.item_id for notice in notices}))
    ):
        written[row.session.id][row.language] = row.title
        held[row.session.id] = row.session
    return {
        notice.id: Told(
            says_of_session(notice.event, held[notice.item_id]),
            url_for(
                "workshops.session",
                slug=held[notice.item_id].workshop.slug,
                session_id=notice.item_id,
            ),
            *in_language(written[notice.item_id], language()),
        )
        for notice in notices
        if notice.item_id in held
    }


def says_of_session(event: str, session: Session) -> str:
    times = when(session.starts_at, session.ends_at)
    return {
        "session-moved-up": _(
            "A place is free, and it is yours: %(times)s", times=times
        ),
        "session-changed": _(
            "A session has changed. Now it is: %(times)s", times=times
        ),
        "session-called-off": _("A session is cancelled: %(times)s", times=times),
        "session-tomorrow": _("Your session is tomorrow: %(times)s", times=times),
    }[event]
