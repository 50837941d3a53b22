"""How notices of workshops and sessions read, and who takes part."""

from collections import defaultdict
from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from portal.db import tuples
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
    """One statement."""
    titles = titles_of({notice.item_id for notice in notices})
    return {
        notice.id: Told(
            says(notice), url_for("proposals.board", slug=slug), title, spoken
        )
        for notice in notices
        if notice.item_id in titles
        for slug, title, spoken in [titles[notice.item_id]]
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


def titles_of(
    ids: set[int], *, public: bool = False
) -> dict[int, tuple[str, str, str]]:
    """The slug of each workshop, its title and the language of that."""
    written: dict[int, dict[str, str]] = defaultdict(dict)
    slugs = {}
    shown = (Workshop.entry != Entry.INVITED) if public else (Workshop.id > 0)
    for number, slug, code, title in tuples(
        WorkshopText.select(
            Workshop.id, Workshop.slug, WorkshopText.language, WorkshopText.title
        )
        .join(Workshop)
        .where(Workshop.id.in_(list(ids)), shown)
    ):
        written[number][code] = title
        slugs[number] = slug
    return {
        number: (slugs[number], *in_language(titles, language()))
        for number, titles in written.items()
    }


def followed(ids: Sequence[int]) -> dict[int, Thing]:
    found = titles_of(set(ids), public=True)
    return {
        number: Thing(title, spoken, url_for("workshops.cover", slug=slug))
        for number, (slug, title, spoken) in found.items()
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
