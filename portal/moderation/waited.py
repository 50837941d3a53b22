"""How long something has waited, in few words."""

from datetime import datetime

from flask_babel import gettext as _
from flask_babel import ngettext

from portal.db import now

MINUTES_AN_HOUR = 60
MINUTES_A_DAY = 24 * MINUTES_AN_HOUR
DAYS_IN_HOURS = 2


def waited(since: datetime) -> str:
    """Such as 40 min, 5 h, or 3 days. Anything short is a minute."""
    minutes = max(int((now() - since).total_seconds() // 60), 1)
    if minutes < MINUTES_AN_HOUR:
        return _("%(minutes)s min", minutes=minutes)
    if minutes < DAYS_IN_HOURS * MINUTES_A_DAY:
        return _("%(hours)s h", hours=minutes // MINUTES_AN_HOUR)
    return ngettext("%(num)s day", "%(num)s days", minutes // MINUTES_A_DAY)
