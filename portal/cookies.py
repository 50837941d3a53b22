"""The session cookie: signed, and renewed by pages only."""

from flask import Flask
from flask.sessions import SecureCookieSessionInterface, SessionMixin

from portal.web import request


class Sessions(SecureCookieSessionInterface):
    def should_set_cookie(self, app: Flask, session: SessionMixin) -> bool:
        """Not because a fragment is asked for: its answer may come late, and bring
        back what the browser has left meanwhile."""
        page = request.method == "GET" and not request.htmx
        return session.modified or (page and super().should_set_cookie(app, session))


def init_app(app: Flask) -> None:
    app.session_interface = Sessions()
