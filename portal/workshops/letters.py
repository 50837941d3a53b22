"""The letters about sessions, to those who have registered with an address."""

from dataclasses import dataclass
from enum import StrEnum

from flask import url_for
from flask_babel import gettext as _

from portal.db import tuples
from portal.directory.queries.names import in_language
from portal.notices import actions as notices
from portal.notices.letters import in_the_language, signed
from portal.workshops.models import (
    Registration,
    RegistrationState,
    Session,
    SessionText,
    WorkshopText,
)
from portal.workshops.moments import when
from portal.workshops.queries.sessions import session_texts
from portal.workshops.tickets import ticket


class News(StrEnum):
    """What a letter tells."""

    REGISTERED = "registered"
    WAITING = "waiting"
    MOVED_UP = "moved-up"
    CHANGED = "changed"
    CALLED_OFF = "called-off"
    GIVEN_UP = "given-up"


HOLDS_GOOD = (News.REGISTERED, News.WAITING, News.MOVED_UP, News.CHANGED)


@dataclass(frozen=True)
class Subject:
    """What the letters of one session are about, in every language."""

    session: Session
    texts: dict[str, SessionText]
    workshop: dict[str, str]


def subject(session: Session) -> Subject:
    titles = tuples(
        WorkshopText.select(WorkshopText.language, WorkshopText.title).where(
            WorkshopText.workshop == session.workshop
        )
    )
    return Subject(session, session_texts(session.id), dict(titles))


def tell(news: News, held: Registration, about: Subject) -> None:
    """Put the letter into the outbox, if there is an address to send it to."""
    if held.email:
        with in_the_language(held.language):
            body = signed(paragraphs(news, held, about), held.language)
            notices.put(held.email, headline(news), body)


def headline(news: News) -> str:
    return {
        News.REGISTERED: _("You have a place in the session"),
        News.WAITING: _("You are on the waiting list"),
        News.MOVED_UP: _("A place is free: it is yours"),
        News.CHANGED: _("The session has changed"),
        News.CALLED_OFF: _("The session is cancelled"),
        News.GIVEN_UP: _("Your registration is cancelled"),
    }[news]


def opening(news: News) -> str:
    return {
        News.REGISTERED: _("Welcome. We keep a place for you in this session:"),
        News.WAITING: _(
            "This session is full now. You are on the waiting list, and we write to "
            "you as soon as a place is free:"
        ),
        News.MOVED_UP: _(
            "You were on the waiting list. Somebody cancelled or there is more room, "
            "so now you have a place:"
        ),
        News.CHANGED: _("The time or the place has changed. This holds now:"),
        News.CALLED_OFF: _("This session does not take place. We are sorry:"),
        News.GIVEN_UP: _("You no longer have a place in this session:"),
    }[news]


def paragraphs(news: News, held: Registration, about: Subject) -> list[str]:
    session = about.session
    text, _spoken = in_language(about.texts, held.language)
    title, _title_spoken = in_language(about.workshop, held.language)
    facts = [title, text.title, when(session.starts_at, session.ends_at)]
    if news not in HOLDS_GOOD:
        return [opening(news), lines(facts)]
    facts.append(session.address)
    if session.link and held.state is RegistrationState.REGISTERED:
        facts.append(_("Join on the web: %(address)s", address=session.link))
    return [
        opening(news),
        lines(facts),
        text.getting_there,
        *ways(ticket(held)),
    ]


def ways(token: str) -> list[str]:
    """Where the reader sees the place, and where they give it up."""
    see = url_for("workshops.ticket", ticket=token, _external=True)
    give_up = url_for("workshops.giving_up", ticket=token, _external=True)
    return [
        _("Your place, and the time for your calendar:") + f"\n{see}",
        _("If you can't come, cancel here, so that somebody else gets the place:")
        + f"\n{give_up}",
        _("We erase your e-mail address 30 days after the session."),
    ]


def lines(facts: list[str]) -> str:
    return "\n".join(filter(None, facts))
