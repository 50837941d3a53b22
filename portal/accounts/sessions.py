"""How Flask-Login finds the person behind a cookie."""

from flask import Flask
from flask_login import AnonymousUserMixin, LoginManager
from peewee import InterfaceError, OperationalError

from portal.accounts import queries
from portal.accounts.actions import digest
from portal.accounts.models import User
from portal.permissions import Role


class Visitor(AnonymousUserMixin):
    """Somebody who is not signed in."""

    roles: frozenset[Role] = frozenset()
    name = ""
    id = None


login_manager = LoginManager()
login_manager.anonymous_user = Visitor
login_manager.session_protection = None


@login_manager.user_loader
def load_user(key: str) -> User | None:
    try:
        return queries.signed_in_user(key, digest(key))
    except (InterfaceError, OperationalError):
        # Without a database nobody is signed in, and error pages can be shown.
        return None


def init_app(app: Flask) -> None:
    login_manager.init_app(app)
