"""Accounts: who somebody is, and what they are trusted with."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.accounts import cli, sessions, views

    sessions.init_app(app)
    app.register_blueprint(views.bp)
    app.cli.add_command(cli.people)
