"""Pilots: what is tried where, how it went, what was selected and how far it has been
taken up."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.pilots import views

    app.register_blueprint(views.bp)
