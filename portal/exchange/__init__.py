"""Exchange: records of others come in, with the raw source kept."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.exchange.cli import importing

    app.cli.add_command(importing)
