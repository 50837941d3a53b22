"""Those who run workshops, as clients."""

from flask import Flask
from flask.testing import FlaskClient

from portal.permissions import Role
from portal.workshops.models import Facilitator, Workshop
from tests.factories import make_user, sign_in


def runs(app: Flask, workshop: Workshop) -> FlaskClient:
    """A client of a facilitator of the workshop."""
    user = make_user(Role.FACILITATOR)
    Facilitator.create(workshop=workshop, user=user)
    return sign_in(app, user)
