"""Indicators: the measurable aims of the field, as they stood on a day."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal import jobs
    from portal.indicators import cli, labels, views

    labels.init_app(app)
    app.register_blueprint(views.bp)
    app.cli.add_command(cli.indicators)
    jobs.daily("indicators take")
