"""How fast mail tells of each topic, where nobody chose otherwise."""

from portal.notices.models import Pace, Topic

DEFAULTS: dict[Topic, Pace] = {
    Topic.MODERATION: Pace.IMMEDIATE,
    Topic.ANSWERS: Pace.IMMEDIATE,
    Topic.SESSIONS: Pace.IMMEDIATE,
    Topic.REPLIES: Pace.DAILY,
    Topic.PHASES: Pace.DAILY,
    Topic.DUTIES: Pace.DAILY,
    Topic.FOLLOWED: Pace.WEEKLY,
}
