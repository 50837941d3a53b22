"""Moderation: one queue for everything that people write. It knows only what
kind of thing waits and its id; the feature that owns the thing registers how it
is shown, published and returned."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal import jobs
    from portal.moderation import (
        authors_blocks,
        authors_telling,
        cli,
        duties,
        labels,
        telling,
        views,
    )
    from portal.moderation.views import rights

    labels.init_app(app)
    telling.register()
    duties.register()
    authors_blocks.register()
    authors_telling.register()
    app.cli.add_command(cli.moderation)
    jobs.daily("moderation remind")
    jobs.daily("moderation forget")
    app.register_blueprint(views.bp)
    app.register_blueprint(rights.bp)
