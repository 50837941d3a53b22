"""Pages of those who moderate."""

from portal.moderation.views import care, cases, log, marks, queue, rules, tally
from portal.moderation.views.blueprint import bp

__all__ = ["bp", "care", "cases", "log", "marks", "queue", "rules", "tally"]
