"""Exchange: records of others come in, with the raw source kept; ours go out."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal.exchange import views
    from portal.exchange.cli import importing

    app.register_blueprint(views.bp)
    app.cli.add_command(importing)
