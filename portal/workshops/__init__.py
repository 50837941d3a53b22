"""Workshops: a question, who decides, five phases, and the people who join."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal import jobs
    from portal.moderation import kinds
    from portal.search import sources
    from portal.workshops import cli, kiosk, labels, telling, timer
    from portal.workshops.indexing import entries
    from portal.workshops.queries import KIND
    from portal.workshops.queries.settings import titles
    from portal.workshops.views import bp

    labels.init_app(app)
    kiosk.init_app(app)
    timer.init_app(app)
    app.cli.add_command(cli.workshops)
    jobs.daily("workshops tell", "workshops forget")
    app.register_blueprint(bp)
    sources.register(KIND, entries)
    kinds.register_places(titles)
    telling.register()
