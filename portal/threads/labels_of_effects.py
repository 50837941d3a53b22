"""What is said of how it went."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from portal.threads.models import Went

WENT = {
    Went.BETTER: _l("Yes, for the better"),
    Went.NOT_BETTER: _l("No, or not for the better"),
    Went.CANNOT_SAY: _l("I can't say"),
}
SUMS_OF_WENT = {
    Went.BETTER: _l("It changed for the better"),
    Went.NOT_BETTER: _l("It did not change for the better"),
    Went.CANNOT_SAY: _l("Can't say"),
}


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(WENT=WENT, SUMS_OF_WENT=SUMS_OF_WENT)
