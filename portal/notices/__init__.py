"""Notices: mail that waits to be sent."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.notices import cli

    app.cli.add_command(cli.notices)
