"""Upkeep: how editors and the people who use a card keep it true."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal import jobs
    from portal.upkeep import cli, feedback_labels, kind, labels, telling, views

    feedback_labels.init_app(app)
    labels.init_app(app)
    telling.register()
    kind.register()
    app.register_blueprint(views.bp)
    app.cli.add_command(cli.upkeep)
    jobs.daily("upkeep remind", "upkeep links", "upkeep tidy", "upkeep forget-feedback")
