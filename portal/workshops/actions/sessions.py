"""Calling a session, changing it, calling it off, and its minutes."""

from dataclasses import asdict, dataclass
from datetime import datetime

from flask_babel import gettext as _

from portal.accounts.models import User
from portal.db import bump, database, now, upsert
from portal.errors import Refused
from portal.notices.recipients import user_key
from portal.web import tag
from portal.workshops.actions.notifying import tell_of_session
from portal.workshops.actions.waiting_list import move_up
from portal.workshops.letters import News, subject, tell
from portal.workshops.models import Registration, Session, SessionText
from portal.workshops.queries.registrations import IN_FORCE
from portal.workshops.queries.sessions import minutes_stamp, sessions_of

TOLD_OF = ("starts_at", "ends_at", "address", "link")
"""What those who come must know at once when it changes."""


@dataclass(frozen=True)
class SessionWords:
    title: str
    getting_there: str = ""


@dataclass(frozen=True, kw_only=True)
class SessionDraft:
    """All that is set of a session. A capacity of None is no limit."""

    starts_at: datetime
    ends_at: datetime
    texts: dict[str, SessionWords]
    address: str = ""
    link: str = ""
    capacity: int | None = None

    @property
    def columns(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in (*TOLD_OF, "capacity")}


def call(workshop_id: int, draft: SessionDraft, submission: str = "") -> Session:
    """A new session. The same form sent twice makes one."""
    with database.atomic():
        bump(sessions_of(workshop_id))
        name = tag(workshop_id, submission) if submission else None
        made = Session.get_or_none(Session.submission == name) if name else None
        if made is None:
            made = Session.create(
                workshop=workshop_id, submission=name, **draft.columns
            )
            _store_texts(made.id, draft.texts)
    return made


def change_session(
    session: Session, draft: SessionDraft, seen: int, by: User | None = None
) -> bool:
    """Change what is set, tell those who come what they must know, and let people on
    the waiting list have the places that are new. False, and nothing is changed, if
    it has been changed since it was in the edition `seen`."""
    with database.atomic():
        bump(sessions_of(session.workshop))
        before = Session.get_by_id(session.id)
        if before.cancelled:
            raise Refused(_("This session has been cancelled."))
        if before.sequence != seen:
            return False
        Session.update(sequence=seen + 1, **draft.columns).where(
            Session.id == session.id
        ).execute()
        _store_texts(session.id, draft.texts)
        after = Session.get_by_id(session.id)
        moved = any(getattr(before, name) != getattr(after, name) for name in TOLD_OF)
        if moved and after.ends_at > now():
            _tell_all(News.CHANGED, after, by)
        move_up(after)
    return True


def call_off(session: Session, by: User | None = None) -> None:
    """The session does not take place; everybody with an address is told, once."""
    with database.atomic():
        bump(sessions_of(session.workshop))
        found = Session.get_by_id(session.id)
        if found.cancelled:
            return
        if found.ends_at <= now():
            raise Refused(_("This session is over. It can't be cancelled any more."))
        Session.update(cancelled=True, sequence=Session.sequence + 1).where(
            Session.id == session.id
        ).execute()
        _tell_all(News.CALLED_OFF, found, by)


def store_minutes(session: Session, minutes: dict[str, str], seen: str) -> bool:
    """Write the minutes in the languages the session has. False, and nothing is
    changed, if they are no longer what the stamp `seen` stood for."""
    with database.atomic():
        bump(sessions_of(session.workshop))
        if minutes_stamp(session.id) != seen:
            return False
        for language, written in minutes.items():
            SessionText.update(minutes=written).where(
                SessionText.session == session.id, SessionText.language == language
            ).execute()
    return True


def _tell_all(news: News, session: Session, by: User | None) -> None:
    about = subject(session)
    coming = list(
        Registration.select()
        .where(Registration.session == session.id, Registration.state.in_(IN_FORCE))
        .order_by(Registration.id)
    )
    for held in coming:
        tell(news, held, about)
    doer = user_key(by.id) if by else ""
    tell_of_session(news.value, coming, about=str(session.sequence), doer=doer)


def _store_texts(session_id: int, texts: dict[str, SessionWords]) -> None:
    gone = SessionText.language.not_in(list(texts)) & (SessionText.minutes == "")
    SessionText.delete().where(SessionText.session == session_id, gone).execute()
    for language, words in texts.items():
        key = {"session": session_id, "language": language}
        upsert(SessionText, key, **asdict(words))
