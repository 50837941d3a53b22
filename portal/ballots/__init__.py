"""Polls: secret ballots, how they are cast, closed, counted and shown."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.ballots import labels
    from portal.ballots.views import bp

    labels.init_app(app)
    app.register_blueprint(bp)
