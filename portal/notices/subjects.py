"""What the subject of a mail says: how many of what, and no words of people."""

from collections import Counter
from collections.abc import Callable

from babel.lists import format_list
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from portal.notices.models import Topic

MOST_PARTS = 3


def replies(num: int) -> str:
    return ngettext("a new reply", "%(num)s new replies", num)


def answers(num: int) -> str:
    return ngettext("an answer", "%(num)s answers", num)


def moderation(num: int) -> str:
    return ngettext("news of your text", "%(num)s pieces of news of your texts", num)


def phases(num: int) -> str:
    return ngettext("news of a workshop", "%(num)s pieces of news of workshops", num)


def sessions(num: int) -> str:
    return ngettext("news of a session", "%(num)s pieces of news of sessions", num)


def duties(num: int) -> str:
    return ngettext("something for you to do", "%(num)s things for you to do", num)


def followed(num: int) -> str:
    return ngettext(
        "news of what you follow", "%(num)s pieces of news of what you follow", num
    )


PARTS: dict[Topic, Callable[[int], str]] = {
    Topic.REPLIES: replies,
    Topic.ANSWERS: answers,
    Topic.MODERATION: moderation,
    Topic.SESSIONS: sessions,
    Topic.DUTIES: duties,
    Topic.PHASES: phases,
    Topic.FOLLOWED: followed,
}


def subject(counts: Counter[Topic]) -> str:
    """`3 new replies and an answer`."""
    said = [say(counts[topic]) for topic, say in PARTS.items() if counts[topic]]
    if len(said) > MOST_PARTS:
        said = [*said[: MOST_PARTS - 1], _("other news")]
    line = str(format_list(said, locale=get_locale()))
    return line[:1].upper() + line[1:]


def plain() -> str:
    """Where the things themselves are nobody else's business."""
    return _("A notice for you")
