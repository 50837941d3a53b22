"""What the portal tells about mail itself."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from portal.notices.actions.bouncing import MAIL_STOPPED
from portal.notices.events import Told, register
from portal.notices.models import Notice, Topic


def mail_stopped(notices: Sequence[Notice]) -> dict[int, Told]:
    text = _(
        "Our mail to you came back, so we have stopped it. Look at your address, and "
        "let it start again."
    )
    return {notice.id: Told(text, url_for("notices.wishes")) for notice in notices}


def register_events() -> None:
    register(MAIL_STOPPED, Topic.DUTIES, mail_stopped)
