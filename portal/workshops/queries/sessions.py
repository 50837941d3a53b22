"""Sessions, as visitors see them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from peewee import fn

from portal.db import now, tuples
from portal.directory.queries.names import in_language
from portal.web import tag
from portal.workshops.models import (
    Registration,
    RegistrationState,
    Session,
    SessionText,
)

SESSION = "session"


def sessions_of(workshop_id: int) -> str:
    """The name under which changes to the sessions of a workshop are counted."""
    return f"sessions:{workshop_id}"


@dataclass(frozen=True)
class Meeting:
    """A session as a visitor sees it. The minutes are those in the visitor's language
    or, without any, in another."""

    session: Session
    text: SessionText
    minutes: SessionText | None
    taken: int
    waiting: int
    asked_at: datetime

    @property
    def id(self) -> int:
        return int(self.session.id)

    @property
    def cancelled(self) -> bool:
        return bool(self.session.cancelled)

    @property
    def begun(self) -> bool:
        return bool(self.session.starts_at <= self.asked_at)

    @property
    def over(self) -> bool:
        return bool(self.session.ends_at <= self.asked_at)

    @property
    def open(self) -> bool:
        """One may register, or change one's mind."""
        return not (self.begun or self.cancelled)

    @property
    def free(self) -> int | None:
        """How many may still register and get a place; None is no limit."""
        if self.session.capacity is None:
            return None
        return 0 if self.waiting else max(0, self.session.capacity - self.taken)


def meetings(workshop_id: int, language: str) -> list[Meeting]:
    """All sessions of a workshop in the order of time."""
    these = Session.workshop == workshop_id
    found = Session.select().where(these).order_by(Session.starts_at, Session.id)
    return told(list(found), language)


def upcoming(workshop_id: int, language: str) -> list[Meeting]:
    """Sessions that are not over, next first. A cancelled one is told of, too."""
    ahead = (Session.workshop == workshop_id) & (Session.ends_at > now())
    found = Session.select().where(ahead).order_by(Session.starts_at, Session.id)
    return told(list(found), language)


def meeting(workshop_id: int, session_id: int, language: str) -> Meeting | None:
    found = Session.get_or_none(
        (Session.id == session_id) & (Session.workshop == workshop_id)
    )
    return told([found], language)[0] if found else None


def told(found: list[Session], language: str) -> list[Meeting]:
    """These sessions with their texts and how many come; two statements."""
    if not found:
        return []
    ids = [session.id for session in found]
    written: dict[int, dict[str, SessionText]] = defaultdict(dict)
    for text in SessionText.select().where(SessionText.session.in_(ids)):
        written[text.session][text.language] = text
    come = counts(ids)
    moment = now()
    return [
        Meeting(
            session=session,
            text=in_language(texts, language)[0],
            minutes=minutes(texts, language),
            taken=come[session.id, RegistrationState.REGISTERED],
            waiting=come[session.id, RegistrationState.WAITING],
            asked_at=moment,
        )
        for session in found
        for texts in [written[session.id]]
    ]


def minutes(texts: dict[str, SessionText], language: str) -> SessionText | None:
    kept = {code: text for code, text in texts.items() if text.minutes}
    return in_language(kept, language)[0] if kept else None


def counts(ids: Iterable[int]) -> dict[tuple[int, RegistrationState], int]:
    """How many are registered, wait and have cancelled, by session and state."""
    found = tuples(
        Registration.select(
            Registration.session, Registration.state, fn.COUNT(Registration.id)
        )
        .where(Registration.session.in_(list(ids)))
        .group_by(Registration.session, Registration.state)
    )
    return defaultdict(int, {(key, state): count for key, state, count in found})


def next_starts(workshop_ids: Iterable[int]) -> dict[int, datetime]:
    """When the next session of each workshop begins, where there is one."""
    found = (
        Session.select(Session.workshop, fn.MIN(Session.starts_at))
        .where(
            Session.workshop.in_(list(workshop_ids)),
            Session.ends_at > now(),
            ~Session.cancelled,
        )
        .group_by(Session.workshop)
    )
    return dict(tuples(found))


def session_texts(session_id: int) -> dict[str, SessionText]:
    found = SessionText.select().where(SessionText.session == session_id)
    return {text.language: text for text in found}


def minutes_stamp(session_id: int) -> str:
    """Changes whenever the minutes in any language do."""
    texts = session_texts(session_id)
    return tag(sorted((code, text.minutes) for code, text in texts.items()))
