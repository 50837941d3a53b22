"""Upkeep: how editors and the people who use a card keep it true."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.upkeep import cli, feedback_labels, labels, views

    feedback_labels.init_app(app)
    labels.init_app(app)
    app.register_blueprint(views.bp)
    app.cli.add_command(cli.upkeep)
