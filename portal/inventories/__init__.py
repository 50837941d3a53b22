"""Inventories: the same questions to every municipality, side by side."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal import jobs
    from portal.inventories import cli, labels, views

    labels.init_app(app)
    app.register_blueprint(views.bp)
    app.cli.add_command(cli.inventories)
    jobs.daily("inventories remind", "inventories forget")
