"""Pilots: what is tried where, how it went, what was selected and how far it has been
taken up."""

from flask import Flask


def init_app(app: Flask) -> None:
    from portal import jobs
    from portal.pilots import cli, labels, telling, views
    from portal.pilots.indexing import KIND, entries
    from portal.search import sources

    labels.init_app(app)
    app.register_blueprint(views.bp)
    sources.register(KIND, entries)
    telling.register()
    app.cli.add_command(cli.pilots)
    jobs.daily("pilots remind", "pilots forget")
    init_selections(app)


def init_selections(app: Flask) -> None:
    from portal.pilots import selection_indexing, selection_labels
    from portal.search import sources

    selection_labels.init_app(app)
    sources.register(selection_indexing.KIND, selection_indexing.entries)
