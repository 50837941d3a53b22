"""Indicators: the measurable aims of the field, as they stood on a day."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.indicators import views

    app.register_blueprint(views.bp)
