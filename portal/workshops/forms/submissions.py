"""What tells one sending of a form from another."""

import secrets

from wtforms import HiddenField

BYTES = 16


def submission_field() -> HiddenField:
    return HiddenField(default=lambda: secrets.token_urlsafe(BYTES))
