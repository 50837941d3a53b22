"""Moderation: one queue for everything that people write. It knows only what
kind of thing waits and its id; the feature that owns the thing registers how it
is shown, published and returned."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.moderation import views

    app.register_blueprint(views.bp)
