"""Threads: how a sentence became a changed service, and what changed at all."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.threads import views

    app.register_blueprint(views.bp)
