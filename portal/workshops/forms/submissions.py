"""What tells one sending of a form from another."""

import secrets

from wtforms import HiddenField

from portal.forms import at_most

LONGEST = 40
BYTES = 16


def submission_field() -> HiddenField:
    return HiddenField(
        default=lambda: secrets.token_urlsafe(BYTES), validators=[at_most(LONGEST)]
    )
